import type { ParseKeys } from 'i18next';
import type { Field, SetupForm, Step } from '../setup/settingFields';

/** Everything that differs between the set-ups of two kinds of desk. */
export type DeskForm = SetupForm & {
  name: ParseKeys;
  /** What to do over there once the desk exists. */
  after: Step[];
  /** Whether its owner enters our address over there. */
  isToldAddress: boolean;
};

const contract: Field[] = [
  { name: 'contract.sendPath', placeholder: '/api/custom_channel/v1/send_message' },
  { name: 'contract.closePath', placeholder: '/api/custom_channel/v1/close_chat' },
  { name: 'contract.auth', placeholder: 'header:Authorization=Token {accessToken}', hint: 'desks.webim.authHint' },
  { name: 'contract.visitorIdField', placeholder: 'visitor_id' },
  { name: 'contract.fieldsField', placeholder: 'visitor.fields' },
  { name: 'contract.messageField', placeholder: 'message' },
  { name: 'contract.okWhen', placeholder: 'no error', hint: 'desks.webim.okWhenHint' },
  { name: 'contract.visitorHash', kind: 'choice', choices: ['hmac', 'sha256'], start: 'hmac' },
  {
    name: 'contract.callbackAuth',
    kind: 'lines',
    placeholder: 'header:Authorization=Token {callbackSecret}',
    hint: 'desks.webim.callbackAuthHint',
  },
  { name: 'contract.callbackHmacHeader', placeholder: 'X-Signature', hint: 'desks.webim.callbackHmacHeaderHint' },
  { name: 'contract.callbackVisitorIdFields', kind: 'lines', placeholder: 'visitor_id', hint: 'desks.webim.visitorIdsHint' },
  { name: 'contract.deliverKinds', kind: 'lines', placeholder: 'operator', hint: 'desks.webim.deliverKindsHint' },
  { name: 'contract.timeoutSeconds', kind: 'number', placeholder: '15' },
];

export const deskForms = {
  telegram: {
    name: 'desks.kind.telegram',
    intro: 'desks.telegram.intro',
    before: [
      { text: 'desks.telegram.botFather', link: 'https://t.me/BotFather' },
      { text: 'desks.telegram.copyToken' },
      { text: 'desks.telegram.privacy' },
    ],
    fields: [
      { name: 'token', kind: 'secret', isRequired: true, placeholder: '123456789:AA…', hint: 'desks.telegram.tokenHint' },
      { name: 'mode', kind: 'choice', choices: ['polling', 'webhook'], start: 'polling', hint: 'setup.telegram.modeHint' },
      { name: 'webhookSecret', kind: 'secret', invent: 'words', when: ['mode', 'webhook'], hint: 'setup.telegram.webhookSecretHint' },
      { name: 'groupChatId', placeholder: '-1001234567890', hint: 'desks.telegram.groupHint' },
      { name: 'logChatId', placeholder: '-1001234567890', hint: 'desks.telegram.logHint' },
      { name: 'language', kind: 'choice', choices: ['en', 'uk'], start: 'en', hint: 'desks.telegram.languageHint' },
      { name: 'timeZone', placeholder: 'Europe/Kyiv' },
      { name: 'baseUrl', isRare: true, placeholder: 'https://api.telegram.org' },
      { name: 'certificate', kind: 'long', isRare: true, hint: 'setup.telegram.certificateHint' },
    ],
    after: [{ text: 'desks.telegram.makeGroup' }, { text: 'desks.telegram.addBot' }, { text: 'desks.telegram.askId' }],
    isToldAddress: false,
  },
  webim: {
    name: 'desks.kind.webim',
    intro: 'desks.webim.intro',
    before: [{ text: 'desks.webim.channel' }, { text: 'desks.webim.copyToken' }],
    fields: [
      { name: 'baseUrl', isRequired: true, placeholder: 'https://shop.webim.ru', hint: 'desks.webim.baseUrlHint' },
      { name: 'accessToken', kind: 'secret', isRequired: true },
      { name: 'callbackSecret', kind: 'secret', isRequired: true, invent: 'words', hint: 'desks.webim.callbackSecretHint' },
      { name: 'signVisitorFields', kind: 'flag', start: 'false', hint: 'desks.webim.signHint' },
      { name: 'privateKey', kind: 'secret', isRequired: true, when: ['signVisitorFields', 'true'] },
      { name: 'reportFailures', kind: 'flag', start: 'true', isRare: true, hint: 'desks.webim.reportHint' },
      { name: 'retryUnknown', kind: 'flag', start: 'true', isRare: true, hint: 'desks.webim.retryHint' },
      { name: 'closeChats', kind: 'flag', start: 'false', isRare: true, hint: 'desks.webim.closeHint' },
      { name: 'maxTextLength', kind: 'number', isRare: true, placeholder: '4000' },
      ...contract.map((field): Field => ({ ...field, isRare: 'desks.webim.contract' })),
    ],
    after: [{ text: 'desks.webim.enterAddress' }, { text: 'desks.webim.enterSecret' }, { text: 'desks.webim.attempt' }],
    isToldAddress: true,
  },
} satisfies Record<string, DeskForm>;

export type GuidedKind = keyof typeof deskForms;

export const guidedKinds = Object.keys(deskForms) as GuidedKind[];

export const deskFormOf = (kind: string): DeskForm | undefined => (kind in deskForms ? deskForms[kind as GuidedKind] : undefined);
