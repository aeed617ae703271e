/** Contacts as the public HTTP API shows them. */

export type Identity = {
  channelId: string;
  platform: string;
  id: string;
  name: string | null;
  username: string | null;
  blocked: boolean;
};

export type Contact = {
  id: string;
  name: string | null;
  language: string | null;
  phone: string | null;
  email: string | null;
  avatarUrl: string | null;
  identities: Identity[];
  labels: string[];
  /** Values of custom fields by the field's id. */
  fields: Record<string, string>;
  merged: { id: string; name: string | null; mergedAt: string }[];
  mergedInto: string | null;
  erasedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type ContactChange = Partial<Record<'name' | 'language' | 'phone' | 'email', string | null>> & {
  fields?: Record<string, string | null>;
};

export type ContactFieldKind = 'text' | 'number' | 'date' | 'choice';

export type ContactField = { id: string; name: string; kind: ContactFieldKind; choices: string[] };

export type ContactNote = {
  id: string;
  authorId: string;
  authorName: string;
  text: string;
  createdAt: string;
  editedAt: string | null;
};

export type MergePreview = {
  contact: Contact;
  other: Contact;
  result: Contact;
  conversations: number;
  otherConversations: number;
};
