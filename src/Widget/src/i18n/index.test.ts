import { describe, expect, it } from 'vitest';
import { chooseLanguage, count, fill } from '.';
import { en } from './en';
import { uk } from './uk';

describe('The language', () => {
  it('is the first of those wanted that there is', () => {
    expect(chooseLanguage([undefined, 'xx', 'uk-UA', 'en']).code).toBe('uk');
    expect(chooseLanguage(['UK']).code).toBe('uk');
    expect(chooseLanguage(['xx', null]).code).toBe('en');
  });

  it('writes times as the visitor’s own country does', () => {
    expect(chooseLanguage(['en', 'en-GB']).locale).toBe('en-GB');
    expect(chooseLanguage(['uk', 'en-GB']).locale).toBe('uk');
  });

  it('counts as the language counts', () => {
    const ukrainian = chooseLanguage(['uk']);
    const forms = [1, 3, 5, 21].map((number) => count(ukrainian, uk.openUnread, number));

    expect(forms).toEqual([
      'Відкрити чат, 1 непрочитане повідомлення',
      'Відкрити чат, 3 непрочитані повідомлення',
      'Відкрити чат, 5 непрочитаних повідомлень',
      'Відкрити чат, 21 непрочитане повідомлення',
    ]);
  });

  it('leaves no place of a text unfilled that the other language fills', () => {
    const places = (text: unknown) => JSON.stringify(text).match(/\{\w+\}/g)?.[0];

    expect(Object.keys(uk)).toEqual(Object.keys(en));
    for (const key of Object.keys(en) as (keyof typeof en)[]) {
      expect(places(uk[key]), key).toBe(places(en[key]));
    }
  });

  it('puts values in their places', () => {
    expect(fill('{limit} MB of {other}', { limit: 20 })).toBe('20 MB of {other}');
  });
});
