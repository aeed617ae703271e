import { useNotifications } from './useNotifications';
import { useTitleBadge } from './useTitleBadge';

/** Tells of what comes while one looks elsewhere. */
export function Notifications() {
  useNotifications();
  useTitleBadge();
  return null;
}
