import type { ParseKeys } from 'i18next';
import type { Field, FieldName, SetupForm, Step } from '../setup/settingFields';

/** Everything that differs between the set-ups of two platforms. */
export type PlatformForm = SetupForm & {
  /** The secret that stands in the address itself, as its key. */
  addressKey?: FieldName;
  /** Who tells the platform where to call us: we, the admin by copying, or nobody, because it never does. */
  webhook: 'automatic' | 'copied' | 'none';
  /** What to do over there once the channel exists. */
  after: Step[];
  /** How to send the first message. */
  attempt: ParseKeys;
  /** It keeps messages on this machine, or shows customers what is stored, so nothing can pass through unstored. */
  mustStore?: boolean;
};

const meta = 'https://developers.facebook.com/apps';

const metaFields: Field[] = [
  { name: 'appSecret', kind: 'secret', isRequired: true, hint: 'setup.meta.appSecretHint' },
  { name: 'verifyToken', kind: 'secret', invent: 'words', hint: 'setup.meta.verifyTokenHint' },
];

const rareMetaFields: Field[] = [
  { name: 'menu', kind: 'lines', isRare: true, hint: 'setup.meta.menuHint' },
  { name: 'iceBreakers', kind: 'lines', isRare: true, hint: 'setup.meta.iceBreakersHint' },
  { name: 'apiVersion', isRare: true, placeholder: 'v25.0' },
  { name: 'baseUrl', isRare: true, placeholder: 'https://graph.facebook.com' },
];

export const platformForms = {
  telegram: {
    intro: 'setup.telegram.intro',
    before: [{ text: 'setup.telegram.botFather', link: 'https://t.me/BotFather' }, { text: 'setup.telegram.copyToken' }],
    fields: [
      { name: 'token', kind: 'secret', isRequired: true, placeholder: '123456789:AA…', hint: 'setup.telegram.tokenHint' },
      { name: 'mode', kind: 'choice', choices: ['polling', 'webhook'], start: 'polling', hint: 'setup.telegram.modeHint' },
      { name: 'webhookSecret', kind: 'secret', invent: 'words', when: ['mode', 'webhook'], hint: 'setup.telegram.webhookSecretHint' },
      { name: 'baseUrl', isRare: true, placeholder: 'https://api.telegram.org' },
      { name: 'certificate', kind: 'long', isRare: true, hint: 'setup.telegram.certificateHint' },
    ],
    webhook: 'automatic',
    after: [],
    attempt: 'setup.telegram.attempt',
  },
  'telegram-user': {
    mustStore: true,
    intro: 'setup.telegramUser.intro',
    before: [
      { text: 'setup.telegramUser.library' },
      { text: 'setup.telegramUser.application', link: 'https://my.telegram.org/apps' },
    ],
    fields: [
      { name: 'apiId', kind: 'number', isRequired: true, placeholder: '12345' },
      { name: 'apiHash', kind: 'secret', isRequired: true },
      { name: 'phone', placeholder: '+380…', hint: 'setup.telegramUser.phoneHint' },
    ],
    webhook: 'none',
    after: [],
    attempt: 'setup.telegramUser.attempt',
  },
  viber: {
    intro: 'setup.viber.intro',
    before: [{ text: 'setup.viber.apply' }, { text: 'setup.viber.copyToken', link: 'https://partners.viber.com' }],
    fields: [
      { name: 'token', kind: 'secret', isRequired: true },
      { name: 'name', hint: 'setup.viber.nameHint', placeholder: 'Support' },
      { name: 'welcome', kind: 'long', hint: 'setup.viber.welcomeHint' },
      { name: 'avatar', isRare: true, placeholder: 'https://…', hint: 'setup.viber.avatarHint' },
      { name: 'baseUrl', isRare: true, placeholder: 'https://chatapi.viber.com' },
    ],
    webhook: 'automatic',
    after: [],
    attempt: 'setup.viber.attempt',
  },
  whatsapp: {
    intro: 'setup.whatsapp.intro',
    before: [
      { text: 'setup.whatsapp.app', link: meta },
      { text: 'setup.whatsapp.ids' },
      { text: 'setup.whatsapp.accessToken' },
      { text: 'setup.meta.copySecret' },
    ],
    fields: [
      { name: 'accessToken', kind: 'secret', isRequired: true },
      { name: 'phoneNumberId', isRequired: true, placeholder: '106540352242922' },
      { name: 'businessAccountId', hint: 'setup.whatsapp.businessHint' },
      ...metaFields,
      { name: 'apiVersion', isRare: true, placeholder: 'v25.0' },
      { name: 'baseUrl', isRare: true, placeholder: 'https://graph.facebook.com' },
    ],
    webhook: 'copied',
    after: [{ text: 'setup.whatsapp.callback' }, { text: 'setup.whatsapp.subscribe' }],
    attempt: 'setup.whatsapp.attempt',
  },
  messenger: {
    intro: 'setup.messenger.intro',
    before: [
      { text: 'setup.messenger.app', link: meta },
      { text: 'setup.messenger.page' },
      { text: 'setup.meta.copySecret' },
    ],
    fields: [
      { name: 'pageAccessToken', kind: 'secret', isRequired: true },
      { name: 'pageId', isRequired: true },
      ...metaFields,
      ...rareMetaFields,
    ],
    webhook: 'copied',
    after: [{ text: 'setup.messenger.callback' }, { text: 'setup.messenger.subscribe' }],
    attempt: 'setup.messenger.attempt',
  },
  instagram: {
    intro: 'setup.instagram.intro',
    before: [
      { text: 'setup.instagram.allow' },
      { text: 'setup.instagram.app', link: meta },
      { text: 'setup.instagram.account' },
    ],
    fields: [
      { name: 'accessToken', kind: 'secret', isRequired: true, hint: 'setup.instagram.tokenHint' },
      { name: 'accountId', isRequired: true, placeholder: '1784…' },
      ...metaFields,
      ...rareMetaFields,
    ],
    webhook: 'copied',
    after: [{ text: 'setup.instagram.callback' }, { text: 'setup.instagram.subscribe' }, { text: 'setup.instagram.live' }],
    attempt: 'setup.instagram.attempt',
  },
  wechat: {
    intro: 'setup.wechat.intro',
    before: [{ text: 'setup.wechat.ids', link: 'https://mp.weixin.qq.com' }, { text: 'setup.wechat.whitelist' }],
    fields: [
      { name: 'appId', isRequired: true, placeholder: 'wx…' },
      { name: 'appSecret', kind: 'secret', isRequired: true },
      { name: 'token', kind: 'secret', isRequired: true, invent: 'words', hint: 'setup.wechat.tokenHint' },
      { name: 'encodingAesKey', kind: 'secret', hint: 'setup.wechat.keyHint' },
      { name: 'baseUrl', isRare: true, placeholder: 'https://api.weixin.qq.com' },
    ],
    webhook: 'copied',
    after: [{ text: 'setup.wechat.callback' }, { text: 'setup.wechat.enable' }],
    attempt: 'setup.wechat.attempt',
  },
  webchat: {
    mustStore: true,
    intro: 'setup.webchat.intro',
    before: [],
    fields: [
      { name: 'title', placeholder: 'Flower shop' },
      { name: 'colour', kind: 'colour', start: '#1f6f5c' },
      { name: 'greeting', kind: 'long' },
      { name: 'allowedOrigins', kind: 'lines', placeholder: 'https://shop.example.com', hint: 'setup.webchat.originsHint' },
      { name: 'hours', kind: 'lines', isRare: true, placeholder: 'mon-fri 09:00-18:00', hint: 'setup.webchat.hoursHint' },
      { name: 'timeZone', isRare: true, placeholder: 'Europe/Kyiv' },
      { name: 'away', kind: 'long', hint: 'setup.webchat.awayHint' },
    ],
    webhook: 'none',
    after: [{ text: 'setup.webchat.tag' }],
    attempt: 'setup.webchat.attempt',
  },
  'seller-crm': {
    intro: 'setup.sellerCrm.intro',
    before: [{ text: 'setup.sellerCrm.key', link: 'https://my.digiseller.com' }, { text: 'setup.sellerCrm.permission' }],
    fields: [
      { name: 'sellerId', kind: 'number', isRequired: true, placeholder: '479001' },
      { name: 'apiKey', kind: 'secret', isRequired: true },
      { name: 'baseUrl', placeholder: 'https://api.digiseller.com', hint: 'setup.sellerCrm.baseUrlHint' },
      { name: 'linkKey', kind: 'secret', invent: 'words', hint: 'setup.sellerCrm.linkKeyHint' },
      { name: 'pollSeconds', kind: 'number', isRare: true, placeholder: '30', hint: 'setup.sellerCrm.pollHint' },
      { name: 'maxFileBytes', kind: 'number', isRare: true, placeholder: '5000000' },
      { name: 'timeZone', isRare: true, placeholder: '+03:00', hint: 'setup.sellerCrm.timeZoneHint' },
    ],
    addressKey: 'linkKey',
    webhook: 'copied',
    after: [{ text: 'setup.sellerCrm.signal' }],
    attempt: 'setup.sellerCrm.attempt',
  },
  custom: {
    intro: 'setup.custom.intro',
    before: [],
    fields: [
      { name: 'secret', kind: 'secret', isRequired: true, invent: 'key', hint: 'setup.custom.secretHint' },
      { name: 'callbackUrl', placeholder: 'https://…', hint: 'setup.custom.callbackHint' },
      { name: 'events', kind: 'lines', isRare: true, placeholder: 'edit', hint: 'setup.custom.eventsHint' },
    ],
    webhook: 'copied',
    after: [{ text: 'setup.custom.post' }],
    attempt: 'setup.custom.attempt',
  },
} satisfies Record<string, PlatformForm>;

export type GuidedPlatform = keyof typeof platformForms;

export const guidedPlatforms = Object.keys(platformForms) as GuidedPlatform[];

export const formOf = (platform: string): PlatformForm | undefined =>
  platform in platformForms ? platformForms[platform as GuidedPlatform] : undefined;

/** Whether nothing comes in before the platform can reach us: a CRM is asked anyway, and what one's own programs can reach is their affair. */
export const needsPublicUrl = (platform: string) => platform !== 'custom' && platform !== 'seller-crm';
