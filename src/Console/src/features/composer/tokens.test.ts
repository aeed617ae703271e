import { describe, expect, it } from 'vitest';
import { complete, tokenAt } from './tokens';

const at = (text: string, isNote = false) => tokenAt(text, text.length, isNote);

describe('What is being typed', () => {
  it('is a canned reply after a slash at the beginning of a word', () => {
    expect(at('/')).toMatchObject({ kind: 'canned', query: '', from: 0 });
    expect(at('Hello /Дост')).toMatchObject({ kind: 'canned', query: 'дост', from: 6 });
    expect(at('and/or')).toBeNull();
    expect(at('https://x')).toBeNull();
  });

  it('is an emoji after a colon and two letters', () => {
    expect(at('fine :sm')).toMatchObject({ kind: 'emoji', query: 'sm' });
    expect(at('at 9:30')).toBeNull();
    expect(at('so :s')).toBeNull();
  });

  it('is a colleague in a note only', () => {
    expect(at('ask @Ol', true)).toMatchObject({ kind: 'person', query: 'ol' });
    expect(at('ask @Ol')).toBeNull();
  });

  it('ends where the caret is', () => {
    expect(tokenAt('/hou and more', 4, false)).toEqual({ kind: 'canned', query: 'hou', from: 0, to: 4 });
    expect(complete('/hou and more', tokenAt('/hou and more', 4, false)!, 'Until nine')).toEqual({ text: 'Until nine and more', caret: 10 });
  });
});
