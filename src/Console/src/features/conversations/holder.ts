import { Problem } from '../../api/client';
import type { Claim } from '../../api/types';

/** Who holds the conversation, told by a `claimed-by-other` refusal. */
export function holderIn(error: Error | null): Claim | null {
  const isClaimed = error instanceof Problem && error.code === 'claimed-by-other';
  return isClaimed ? ((error.details.claimedBy as Claim | undefined) ?? null) : null;
}
