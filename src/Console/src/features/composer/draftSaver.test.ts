import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver } from './draftSaver';

describe('Saving a draft', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for a pause and saves the newest', async () => {
    const saved: string[] = [];
    const saver = new DraftSaver<string>(async (value) => saved.push(value), () => {}, 100);

    saver.change('H');
    saver.change('Hello');
    await vi.advanceTimersByTimeAsync(100);

    expect(saved).toEqual(['Hello']);
  });

  it('does not call saved what was changed meanwhile', async () => {
    const finished: string[] = [];
    let answer = () => {};
    const saver = new DraftSaver<string>(() => new Promise<void>((resolve) => (answer = resolve)), (value) => finished.push(value), 100);

    saver.change('Hello');
    await vi.advanceTimersByTimeAsync(100);
    saver.change('Hello again');
    answer();
    await vi.advanceTimersByTimeAsync(100);
    answer();
    await vi.advanceTimersByTimeAsync(0);

    expect(finished).toEqual(['Hello again']);
  });

  it('tries again with the next change what could not be saved', async () => {
    const saved: string[] = [];
    let isOffline = true;
    const saver = new DraftSaver<string>(
      async (value) => {
        if (isOffline) {
          throw new Error('offline');
        }
        saved.push(value);
      },
      () => {},
      100,
    );

    saver.change('Hello');
    await vi.advanceTimersByTimeAsync(100);
    isOffline = false;
    saver.flush();
    await vi.advanceTimersByTimeAsync(0);

    expect(saved).toEqual(['Hello']);
  });
});
