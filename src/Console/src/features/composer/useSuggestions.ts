import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply, Conversation } from '../../api/types';
import { operatorsQuery } from '../operators/operatorQueries';
import { useMe } from '../session/session';
import { cannedRepliesQuery, matching } from './cannedQueries';
import type { Emoji } from './emoji/emojiData';
import { complete, type Token, tokenAt } from './tokens';
import { fill, valuesFor } from './variables';

/** One choice: what it shows, and what it puts in the place of what was typed. */
export type Suggestion = { key: string; mark: string; title: string; hint: string; insert: string; reply?: CannedReply };

const mostShown = 8;

/** The choices for what is being typed, and which of them Enter takes. */
export function useSuggestions(conversation: Conversation, text: string, caret: number, isNote: boolean) {
  const token = tokenAt(text, caret, isNote);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const suggestions = useChoices(conversation, token);
  const isOpen = token !== null && token.from !== dismissed && suggestions.length > 0;
  const at = Math.min(chosen, suggestions.length - 1);

  useEffect(() => setChosen(0), [token?.kind, token?.query]);
  useEffect(() => {
    if (token === null) {
      setDismissed(null);
    }
  }, [token]);

  return {
    kind: token?.kind,
    suggestions: isOpen ? suggestions : [],
    at,
    choose: setChosen,
    dismiss: () => setDismissed(token?.from ?? null),
    take: (suggestion: Suggestion) => complete(text, token!, suggestion.insert),
  };
}

export type Suggestions = ReturnType<typeof useSuggestions>;

function useChoices(conversation: Conversation, token: Token | null): Suggestion[] {
  const { i18n } = useTranslation();
  const me = useMe();
  const kind = token?.kind;
  const query = token?.query ?? '';
  const { data: replies = [] } = useQuery({ ...cannedRepliesQuery, enabled: kind === 'canned' });
  const { data: people = [] } = useQuery({ ...operatorsQuery, enabled: kind === 'person' });
  const emojis = useEmojis(kind === 'emoji' ? query : null);

  switch (kind) {
    case 'canned': {
      const values = valuesFor(conversation, me.name);
      return matching(replies, query, i18n.language)
        .slice(0, mostShown)
        .map((reply) => {
          const insert = fill(reply.text, values);
          return { key: reply.id, mark: `/${reply.shortcut}`, title: reply.title, hint: insert, insert, reply };
        });
    }
    case 'person':
      return people
        .filter(({ id, name, role }) => id !== me.id && (role === 'admin' || role === 'operator') && isNamed(name, query))
        .slice(0, mostShown)
        .map(({ id, name }) => ({ key: id, mark: '@', title: name, hint: '', insert: `@${name} ` }));
    case 'emoji':
      return emojis.map(({ character, words }) => ({
        key: character,
        mark: character,
        title: `:${words[0] ?? ''}`,
        hint: '',
        insert: `${character} `,
      }));
    default:
      return [];
  }
}

const isNamed = (name: string, query: string) =>
  name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(query));

/** The list of emojis is loaded when the first is asked for. */
function useEmojis(query: string | null): Emoji[] {
  const [find, setFind] = useState<((typed: string, most: number) => Emoji[]) | null>(null);
  useEffect(() => {
    if (query !== null && find === null) {
      void import('./emoji/emojiData').then(({ findEmojis }) => setFind(() => findEmojis));
    }
  }, [query, find]);
  return query !== null && find !== null ? find(query, mostShown) : [];
}
