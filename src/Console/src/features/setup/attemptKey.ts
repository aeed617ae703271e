import { useRef } from 'react';

/** A key for each request: the same again repeats the answer; anything else is another request. */
export function useAttemptKey(): (body: unknown) => string {
  const last = useRef({ body: '', key: '' });
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last.current.body) {
      last.current = { body: text, key: crypto.randomUUID() };
    }
    return last.current.key;
  };
}
