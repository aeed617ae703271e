/** The shapes of the public HTTP API. */

/** `previous` leads to newer items; only a part of a thread that does not end with the newest has it. */
export type Page<T> = { items: T[]; next: string | null; previous?: string };

export type OperatorRole = 'admin' | 'operator' | 'pending' | 'banned';

export type Me = { id: string; name: string; email: string; role: OperatorRole; presence: string; telegramUserId: number | null };

export type Operator = { id: string; name: string; role: OperatorRole; presence: string };

export type ConnectionState = 'connecting' | 'connected' | 'failed' | 'needs-login' | 'disabled';

export type SettingValue = string | number | boolean | string[];

/** Settings of a channel or a desk: null takes one away. */
export type Settings = { [name: string]: SettingValue | null | Settings };

export type Channel = {
  id: string;
  platform: string;
  name: string;
  enabled: boolean;
  privacy: 'store' | 'pass-through';
  state: ConnectionState;
  detail: string | null;
  capabilities: string[];
  limits: ChannelLimits | null;
};

/** How much a channel's platform takes. */
export type ChannelLimits = {
  maxTextLength: number;
  maxCaptionLength: number;
  maxButtons: number;
  maxButtonKeyBytes: number;
  maxFileBytes: Record<string, number>;
  replyWindowSeconds: number | null;
  splitsText: boolean;
  hasMenu: boolean;
};

export type NewChannel = {
  platform: string;
  name: string;
  privacy: Channel['privacy'];
  settings: Settings;
};

export type Claim = { operatorId: string; name: string; until: string };

export type ConversationStatus = 'open' | 'pending' | 'snoozed' | 'closed';

export type Conversation = {
  id: string;
  channel: { id: string; platform: string; name: string };
  contact: { id: string; name: string | null; avatarUrl: string | null };
  status: ConversationStatus;
  claim: Claim | null;
  unread: number;
  labels: string[];
  lastMessage: Message | null;
  windowClosesAt: string | null;
  snoozedUntil: string | null;
  createdAt: string;
  updatedAt: string;
  waitingSince: string | null;
  /** In answers to a search: the newest message with the words looked for. */
  match?: Message;
};

export type MessageDirection = 'inbound' | 'outbound' | 'note' | 'event';

export type DeliveryStatus = 'received' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

export type MessageButton = { text: string; key?: string | null; url?: string | null };

export type ContentType =
  | 'text'
  | 'image'
  | 'audio'
  | 'voice'
  | 'video'
  | 'file'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'buttons'
  | 'menu'
  | 'template'
  | 'unsupported';

export type MessageContent = {
  type: ContentType;
  text?: string | null;
  url?: string | null;
  mediaId?: string | null;
  mimeType?: string | null;
  fileName?: string | null;
  size?: number | null;
  media?: 'pending' | 'ready' | 'failed' | null;
  latitude?: number | null;
  longitude?: number | null;
  name?: string | null;
  phone?: string | null;
  buttons?: MessageButton[] | null;
  key?: string | null;
  withheld?: boolean;
};

/** `by` is `contact` or an operator's id. */
export type Reaction = { emoji: string; by: string };

export type Message = {
  id: string;
  conversationId: string;
  seq: number;
  direction: MessageDirection;
  author: { kind: 'contact' | 'operator' | 'automation' | 'system'; id: string | null; name: string | null };
  content: MessageContent;
  replyTo: string | null;
  platformMessageId: string | null;
  status: DeliveryStatus | null;
  error: { code: string; detail: string } | null;
  sentAt: string | null;
  createdAt: string;
  late: boolean;
  editedAt: string | null;
  deletedAt: string | null;
  reactions: Reaction[];
};

export type NewMessage = {
  content: {
    type: ContentType;
    text?: string;
    mediaId?: string;
    latitude?: number;
    longitude?: number;
    name?: string;
    /** Of a template their texts are left out: they stand in it. */
    buttons?: (Omit<MessageButton, 'text'> & { text?: string })[];
    key?: string;
    language?: string | null;
    parameters?: string[];
  };
  replyTo: string | null;
  note: boolean;
  seen: string | null;
  sendAt?: string;
};

/** A reply for later; one that was sent is a message and no longer here. */
export type ScheduledMessage = {
  id: string;
  conversationId: string;
  author: Message['author'];
  content: MessageContent;
  replyTo: string | null;
  sendAt: string;
  status: 'scheduled' | 'failed';
  error: { code: string; detail: string } | null;
  createdAt: string;
};

/** A text its platform approved; its places stand as `{{name}}`. */
export type MessageTemplate = {
  key: string;
  language: string | null;
  title: string;
  category: string | null;
  header: string | null;
  /** The type of content that has to stand above the text; null where that is fixed. */
  headerNeeds: string | null;
  text: string;
  footer: string | null;
  buttons: string[];
  /** What each button is given: its key may be, its url has to be. */
  buttonNeeds: ('none' | 'key' | 'url')[];
  parameters: string[];
  canSend: boolean;
};

export type CannedReply = {
  id: string;
  shortcut: string;
  title: string;
  text: string;
  language: string | null;
  labels: string[];
  files: Media[];
  author: Message['author'];
  uses: number;
  usedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type Media = { id: string; url: string; mimeType: string; fileName: string; size: number };

export type Volume = { inbound: number; outbound: number };

/** A stretch of time, and what happened in it. Waits are in seconds, null where nobody was answered. */
export type Stats = {
  from: string;
  until: string;
  timeZone: string;
  step: 'hour' | 'day';
  messages: Volume;
  conversations: { new: number; active: number; closed: number };
  firstResponse: { answers: number; medianSeconds: number | null; ninetiethSeconds: number | null };
  channels: ({ channelId: string } & Volume)[];
  buckets: ({ from: string } & Volume)[];
};

export type Held = { operatorId: string; held: number; open: number; unread: number };

/** What waits now; quarantine is for admins. */
export type Waiting = {
  waiting: number;
  unassigned: number;
  waking: number;
  quarantined: number | null;
  mine: Held;
  longest: Conversation[];
  undecided: { messages: number; conversations: Conversation[] };
  operators: Held[];
  channels: { channelId: string; waiting: number; unassigned: number }[];
};
