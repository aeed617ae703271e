/** What the server says of its chat before anybody writes. */
export type Settings = {
  title?: string;
  colour: string;
  greeting?: string;
  open: boolean;
  away?: string;
  opensAt?: string;
  longestText: number;
  largestFile: number;
};

export type Button = { text: string; key?: string; url?: string };

export type Content = {
  type: string;
  text?: string;
  url?: string;
  mimeType?: string;
  fileName?: string;
  size?: number;
  latitude?: number;
  longitude?: number;
  name?: string;
  phone?: string;
  buttons?: Button[];
};

export type Message = {
  id: string;
  clientId?: string;
  mine: boolean;
  name?: string;
  at: string;
  content: Content;
  replyTo?: string;
  edited?: boolean;
  deleted?: boolean;
  report?: 'delivered' | 'read';
};

export type ServerFrame =
  | { type: 'welcome'; token: string; messages: Message[]; more: boolean; unread: number }
  | { type: 'history'; messages: Message[]; more: boolean }
  | { type: 'message'; message: Message }
  | { type: 'seen'; unread: number }
  | { type: 'accepted'; id: string }
  | { type: 'refused'; id?: string; code: string; wait?: number }
  | { type: 'typing' }
  | { type: 'pong' };

export type ClientFrame =
  | { type: 'hello'; token: string | null; language: string }
  | { type: 'message'; id: string; text: string }
  | { type: 'press'; id: string; key: string; text: string }
  | { type: 'typing' | 'ping' }
  | { type: 'delivered' | 'read'; ids: string[] }
  | { type: 'history'; before: string };
