import { AskNotices } from './AskNotices';
import { usePresence } from './usePresence';

/** What colleagues see of the one at this page, and what they ask of them, wherever they are. */
export function Colleagues() {
  usePresence();
  return <AskNotices />;
}
