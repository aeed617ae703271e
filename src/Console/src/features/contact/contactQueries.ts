import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { Contact, ContactField, ContactNote, MergePreview } from '../../api/contactTypes';
import type { Conversation, Message, Page } from '../../api/types';

export type ContactFilter = { q?: string; label?: string; platform?: string };

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'one', id],
    queryFn: ({ signal }) => api.get<Contact>(`contacts/${id}`, { signal }),
  });

export const contactListQuery = (filter: ContactFilter) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Contact>>('contacts', { query: { ...filter, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

/** Who a person types the name of; the first few are enough to choose from. */
export const contactSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['contacts', 'search', q],
    queryFn: async ({ signal }) => (await api.get<Page<Contact>>('contacts', { query: { q, limit: 8 }, signal })).items,
  });

export const alikeQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'alike', id],
    queryFn: async ({ signal }) => (await api.get<Page<Contact>>(`contacts/${id}/alike`, { signal })).items,
  });

export const contactLabelsQuery = queryOptions({
  queryKey: ['contacts', 'labels'],
  queryFn: async ({ signal }) => (await api.get<Page<string>>('contacts/labels', { signal })).items,
});

export const contactConversationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'conversations', id],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Conversation>>(`contacts/${id}/conversations`, { query: { limit: 50 }, signal })).items,
  });

export const notesQuery = (id: string) =>
  queryOptions({
    queryKey: ['contacts', 'notes', id],
    queryFn: async ({ signal }) =>
      (await api.get<Page<ContactNote>>(`contacts/${id}/notes`, { query: { limit: 200 }, signal })).items,
  });

export const contactFieldsQuery = queryOptions({
  queryKey: ['contact-fields'],
  queryFn: async ({ signal }) => (await api.get<Page<ContactField>>('contact-fields', { signal })).items,
});

export const mergePreviewQuery = (id: string, contactId: string) =>
  queryOptions({
    queryKey: ['contacts', 'merge', id, contactId],
    queryFn: ({ signal }) => api.get<MergePreview>(`contacts/${id}/merge`, { query: { contactId }, signal }),
  });

/** The newest page comes first; the cursor leads to older ones. */
export const timelineQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`contacts/${id}/messages`, { query: { limit: 50, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
