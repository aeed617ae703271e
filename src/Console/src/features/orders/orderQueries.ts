import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';

export type OrderStatus =
  | 'unknown'
  | 'awaiting-payment'
  | 'declined'
  | 'paid'
  | 'expired'
  | 'refund-pending'
  | 'refunded';

export type OrderFact = { name: string; value: string };

/** What was bought, as the platform tells it; everything but the number may be missing. */
export type Order = {
  number: string;
  goods: string | null;
  quantity: number | null;
  amount: number | null;
  currency: string | null;
  status: OrderStatus;
  stateText: string | null;
  sourceShop: string | null;
  purchasedAt: string | null;
  paidAt: string | null;
  buyerEmail: string | null;
  options: OrderFact[];
  details: OrderFact[];
};

export const orderQuery = (conversationId: string) =>
  queryOptions({
    queryKey: ['order', conversationId],
    queryFn: ({ signal }) => api.get<Order>(`conversations/${conversationId}/order`, { signal }),
    // It is the platform's, and the live feed does not tell of it.
    staleTime: 30_000,
    gcTime: 60_000,
    refetchInterval: 60_000,
  });
