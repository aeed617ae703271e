/** Values in the browser's storage, each below a key of its own so that two tabs never overwrite each other's. */
export type Kept<T> = { all: () => T[]; has: (key: string) => boolean; put: (key: string, value: T) => void; remove: (key: string) => void };

export const keptIn = <T>(storage: Storage, prefix: string): Kept<T> => ({
  all: () =>
    Array.from({ length: storage.length }, (_, place) => storage.key(place))
      .filter((key) => key?.startsWith(prefix))
      .flatMap((key) => {
        try {
          return [JSON.parse(storage.getItem(key!) ?? '') as T];
        } catch {
          // What cannot be read cannot be sent either.
          return [];
        }
      }),
  has: (key) => storage.getItem(prefix + key) !== null,
  put: (key, value) => storage.setItem(prefix + key, JSON.stringify(value)),
  remove: (key) => storage.removeItem(prefix + key),
});

/** The same until the page is closed, for what may be written nowhere. */
export const keptInMemory = <T>(): Kept<T> => {
  const values = new Map<string, T>();
  return {
    all: () => [...values.values()],
    has: (key) => values.has(key),
    put: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
};
