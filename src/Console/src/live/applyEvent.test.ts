import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Conversation, Message, Page } from '../api/types';
import { at, conversation, message, pagesOf } from '../testing/samples';
import { applyAnswer, applyEvent } from './applyEvent';
import { HeldEvents } from './heldEvents';
import type { LiveEvent } from './events';
import { itemsOf, type Pages } from './pages';

const event = (type: LiveEvent['type'], data: unknown): LiveEvent => ({ type, seq: 1, at: at(0), data }) as LiveEvent;

describe('A live event', () => {
  let client: QueryClient;
  const list = (filter: object) => itemsOf(client.getQueryData<Pages<Conversation>>(['conversations', 'list', filter]));
  const thread = () => itemsOf(client.getQueryData<Pages<Message>>(['messages', 'c1']));

  beforeEach(() => {
    client = new QueryClient();
    client.setQueryData(['me'], { id: 'me' });
    client.setQueryData(['conversations', 'list', {}], pagesOf([[conversation('c1', 1), conversation('c2', 0)]]));
    client.setQueryData(['conversations', 'list', { claimedBy: 'me' }], pagesOf<Conversation>([[]]));
    client.setQueryData(['messages', 'c1'], pagesOf([[message(1)]]));
  });

  it('adds a message to the open thread', () => {
    applyEvent(client, event('message.created', message(2)));

    expect(thread().map(({ id }) => id)).toEqual(['m1', 'm2']);
  });

  it('follows a message through its states, also back when it is sent again', () => {
    for (const status of ['queued', 'failed', 'queued', 'sent'] as const) {
      applyEvent(client, event('message.updated', message(1, { status })));
      expect(thread()[0]?.status).toBe(status);
    }
  });

  it('is not undone by the answer to the request that caused it', () => {
    applyEvent(client, event('message.created', message(2, { status: 'sent' })));
    applyAnswer(client, message(2, { status: 'queued' }));

    expect(thread().map(({ status }) => status)).toEqual(['received', 'sent']);
  });

  it('does not begin a thread nobody has read', () => {
    applyEvent(client, event('message.created', message(2, { conversationId: 'c9' })));

    expect(client.getQueryData(['messages', 'c9'])).toBeUndefined();
  });

  it('reads the thread again when a message came late', () => {
    applyEvent(client, event('message.created', message(2, { late: true })));

    expect(client.getQueryState(['messages', 'c1'])?.isInvalidated).toBe(true);
  });

  it('moves a conversation up and keeps it current on its own page', () => {
    client.setQueryData(['conversations', 'one', 'c2'], conversation('c2', 0));
    applyEvent(client, event('conversation.updated', conversation('c2', 9, { unread: 3 })));

    expect(list({}).map(({ id }) => id)).toEqual(['c2', 'c1']);
    expect(client.getQueryData<Conversation>(['conversations', 'one', 'c2'])?.unread).toBe(3);
  });

  it('shows on its row that the last message could not be sent', () => {
    client.setQueryData(['conversations', 'list', {}], pagesOf([[conversation('c1', 1, { lastMessage: message(1) })]]));

    applyEvent(client, event('message.updated', message(1, { status: 'failed' })));

    expect(list({})[0]?.lastMessage?.status).toBe('failed');
  });

  it('renames a person wherever they are shown, and reads nothing again', () => {
    applyEvent(client, event('contact.updated', { id: 'p-c1', name: 'Olena K', avatarUrl: null }));

    expect(list({}).map(({ contact }) => contact.name)).toEqual(['Olena K', 'Olena']);
    expect(client.getQueryState(['conversations', 'list', {}])?.isInvalidated).toBe(false);
  });

  it('brings a claimed conversation to the list of mine, and takes a released one out', () => {
    const claim = { operatorId: 'me', name: 'Me', until: '2999-01-01T00:00:00Z' };

    applyEvent(client, event('conversation.claimed', { conversationId: 'c1', claim }));
    expect(list({ claimedBy: 'me' }).map(({ id }) => id)).toEqual(['c1']);

    applyEvent(client, event('conversation.released', { conversationId: 'c1', claim: null }));
    expect(list({ claimedBy: 'me' })).toEqual([]);
  });

  it('waits for a read under way, whose answer would overwrite it', async () => {
    let answer: (page: Page<Message>) => void = () => {};
    const held = new HeldEvents(client, (draw) => draw());
    const stop = held.start();
    const observer = new InfiniteQueryObserver<Page<Message>, Error, Pages<Message>, string[], string | null>(client, {
      queryKey: ['messages', 'c1'],
      queryFn: () => new Promise((resolve) => (answer = resolve)),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
      staleTime: Infinity,
    });
    const unsubscribe = observer.subscribe(() => {});
    const read = client.refetchQueries({ queryKey: ['messages', 'c1'] });

    held.add(event('message.created', message(2)));
    expect(thread().map(({ id }) => id)).toEqual(['m1']);

    answer({ items: [message(1)], next: null });
    await read;
    expect(thread().map(({ id }) => id)).toEqual(['m1', 'm2']);
    unsubscribe();
    stop();
  });

  it('is applied at once, and those of a burst together with the next frame', () => {
    let draw = () => {};
    const held = new HeldEvents(client, (act) => (draw = act));

    [2, 3, 4].forEach((seq) => held.add(event('message.created', message(seq))));
    expect(thread().map(({ id }) => id)).toEqual(['m1', 'm2']);

    draw();
    expect(thread().map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4']);
  });
});
