import { describe, expect, it } from 'vitest';
import { eventDetail } from './eventDetail';

describe('What a platform tells of an event', () => {
  it('stands behind the sentence', () => {
    expect(eventDetail('The customer scanned a code. window-7')).toBe('window-7');
    expect(eventDetail('The customer opened a page from the menu. https://shop.example/a.html')).toBe('https://shop.example/a.html');
  });

  it('is missing where there is only the sentence', () => {
    expect(eventDetail('The customer subscribed.')).toBeUndefined();
    expect(eventDetail(null)).toBeUndefined();
  });
});
