import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Contact, ContactChange, ContactNote } from '../../api/contactTypes';
import { useAnnounce } from '../../ui/Notice';
import { contactQuery } from './contactQueries';

/** Every change of a contact ends alike: what is shown is read again, and a refusal is said aloud. */
function useContactMutation<Variables, Answer>(
  id: string,
  change: (variables: Variables) => Promise<Answer>,
  expect: (contact: Contact, variables: Variables) => Contact = (contact) => contact,
) {
  const client = useQueryClient();
  const announce = useAnnounce();
  const { t } = useTranslation();
  const { queryKey } = contactQuery(id);
  return useMutation({
    scope: { id: `contact-${id}` },
    mutationFn: change,
    onMutate: (variables) => client.setQueryData(queryKey, (contact) => contact && expect(contact, variables)),
    onError: (error) => announce(t('contact.failed', { reason: error.message }), 'bad'),
    onSettled: () =>
      Promise.all(['contacts', 'conversations', 'timeline'].map((kind) => client.invalidateQueries({ queryKey: [kind] }))),
  });
}

/** What was typed is shown at once; the answer has the last word. */
export const useChangeContact = (id: string) =>
  useContactMutation(
    id,
    (body: ContactChange) => api.patch<Contact>(`contacts/${id}`, { body }),
    (contact, { fields = {}, ...texts }) => ({
      ...contact,
      ...texts,
      fields: Object.fromEntries(
        Object.entries({ ...contact.fields, ...fields }).filter((field): field is [string, string] => field[1] !== null),
      ),
    }),
  );

export const useLabelContact = (id: string) =>
  useContactMutation(
    id,
    (body: { add: string[]; remove: string[] }) => api.post<Contact>(`contacts/${id}/labels`, { body }),
    (contact, { add, remove }) => ({
      ...contact,
      labels: [...contact.labels.filter((label) => !remove.includes(label)), ...add].sort(),
    }),
  );

export const useAddNote = (id: string) =>
  useContactMutation(id, (text: string) => api.post<ContactNote>(`contacts/${id}/notes`, { body: { text } }));

export const useEditNote = (id: string) =>
  useContactMutation(id, ({ noteId, text }: { noteId: string; text: string }) =>
    api.patch<ContactNote>(`contacts/${id}/notes/${noteId}`, { body: { text } }),
  );

export const useRemoveNote = (id: string) =>
  useContactMutation(id, (noteId: string) => api.delete(`contacts/${id}/notes/${noteId}`));

export const useMerge = (id: string) =>
  useContactMutation(id, ({ into, other }: { into: string; other: string }) =>
    api.post<Contact>(`contacts/${into}/merge`, { body: { contactId: other } }),
  );

export const useUnmerge = (id: string) =>
  useContactMutation(id, (contactId: string) => api.post<Contact>(`contacts/${id}/unmerge`, { body: { contactId } }));

export const useErase = (id: string) => useContactMutation(id, () => api.delete(`contacts/${id}`));
