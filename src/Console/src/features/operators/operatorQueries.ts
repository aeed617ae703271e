import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Operator, Page } from '../../api/types';

export const operatorsQuery = queryOptions({
  queryKey: ['operators'],
  queryFn: async ({ signal }) => (await api.get<Page<Operator>>('operators', { query: { limit: 200 }, signal })).items,
});
