import { describe, expect, it } from 'vitest';
import { message, pagesOf } from '../../testing/samples';
import { inReadingOrder, placeMessage } from './messageCache';

const idsOf = (pages: ReturnType<typeof placeMessage>) => pages && inReadingOrder(pages).map(({ id }) => id);

describe('A thread in the cache', () => {
  const pages = pagesOf([
    [message(3), message(4)],
    [message(1), message(2)],
  ]);

  it('reads from old to new across its pages', () => {
    expect(idsOf(pages)).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('ends with what was written last', () => {
    expect(idsOf(placeMessage(pages, message(5)))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('shows a message once however often it is told', () => {
    const once = placeMessage(pages, message(5))!;

    expect(idsOf(placeMessage(once, message(5)))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
  });

  it('puts an answer to our own request behind what the feed told first', () => {
    const told = placeMessage(pages, message(6))!;

    expect(idsOf(placeMessage(told, message(5)))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm6']);
  });

  it('replaces an edited message in an older page', () => {
    const edited = placeMessage(pages, message(1, { content: { type: 'text', text: 'better' } }))!;

    expect(inReadingOrder(edited)[0]?.content.text).toBe('better');
    expect(edited.pages[0]).toBe(pages.pages[0]);
  });

  it('waits with what is new where the part shown does not reach it', () => {
    const [newest, ...older] = pages.pages;
    const part = { ...pages, pages: [{ ...newest!, previous: 'newer' }, ...older] };

    expect(placeMessage(part, message(9))).toBe(part);
    expect(idsOf(placeMessage(part, message(2, { editedAt: '2026-03-03T12:09:00Z' })))).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('leaves the place of a late message to the server', () => {
    expect(placeMessage(pages, message(5, { late: true }))).toBeNull();
  });
});
