import { useEffect } from 'react';
import { actionOf } from '../shortcuts/keyboard';

let isWished = false;

/** Whoever was writing when they moved on goes on writing in the next conversation. */
export const wishToWrite = (wished: boolean) => {
  isWished = wished;
};

/** Begins a reply in the conversation that has just been opened, if that was wished for. */
export function useWritingWish() {
  useEffect(() => {
    if (isWished) {
      isWished = false;
      requestAnimationFrame(() => actionOf('KeyR')?.());
    }
  }, []);
}
