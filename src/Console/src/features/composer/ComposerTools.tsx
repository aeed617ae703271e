import { ActionIcon, Menu } from '@mantine/core';
import { IconClick, IconMicrophone, IconPaperclip, IconPlus, IconSlash, IconTemplate } from '@tabler/icons-react';
import { type ChangeEvent, lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Channel, ContentType } from '../../api/types';
import styles from './ComposerTools.module.css';
import type { Draft } from './drafts';
import { EmojiButton } from './emoji/EmojiButton';
import { ModeSwitch } from './ModeSwitch';
import { SendButton } from './SendButton';

const VoiceRecorder = lazy(() => import('./VoiceRecorder').then((module) => ({ default: module.VoiceRecorder })));

const canRecord = typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;

type Props = {
  draft: Draft;
  channel: Channel | undefined;
  /** Nothing that is written may be stored: no notes, no files, nothing for later. */
  isPassing: boolean;
  canSend: boolean;
  isWindowClosed: boolean;
  onMode: (isNote: boolean) => void;
  onInsert: (text: string) => void;
  onFiles: (files: Iterable<File>, kind?: ContentType) => void;
  onButtons: () => void;
  onTemplate: (() => void) | null;
  onSend: () => void;
  onSendAt: (at: Date) => void;
};

/** The row below the text: what to write, what to put in, and Send. On a phone, all but the mode and Send is behind one button. */
export function ComposerTools(props: Props) {
  const { draft, channel, isPassing, canSend, isWindowClosed, onMode, onInsert, onFiles, onButtons, onTemplate, onSend, onSendAt } = props;
  const { t } = useTranslation();
  const chooser = useRef<HTMLInputElement>(null);
  const [isRecording, setRecording] = useState(false);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles([...(event.currentTarget.files ?? [])]);
    event.currentTarget.value = ''; // the same file may be chosen again after it was removed
  };

  const tools = [
    { name: t('composer.attach'), icon: IconPaperclip, act: () => chooser.current?.click(), isShown: !draft.isNote && !isPassing },
    { name: t('composer.canned'), icon: IconSlash, act: () => onInsert(draft.text === '' || /\s$/.test(draft.text) ? '/' : ' /'), isShown: true },
    { name: t('composer.voice'), icon: IconMicrophone, act: () => setRecording(true), isShown: canRecord && !draft.isNote && !isPassing },
    { name: t('composer.buttons'), icon: IconClick, act: onButtons, isShown: !draft.isNote && (channel?.limits?.maxButtons ?? 0) > 0 },
    { name: t('template.choose'), icon: IconTemplate, act: () => onTemplate?.(), isShown: onTemplate !== null && !isWindowClosed },
  ].filter(({ isShown }) => isShown);

  if (isRecording) {
    return (
      <Suspense>
        <VoiceRecorder
          onCancel={() => setRecording(false)}
          onDone={(file) => {
            setRecording(false);
            onFiles([file], 'voice');
          }}
        />
      </Suspense>
    );
  }
  return (
    <div className={styles.tools}>
      {!isPassing && <ModeSwitch isNote={draft.isNote} onChange={onMode} />}
      <input ref={chooser} type="file" multiple hidden aria-label={t('composer.attach')} onChange={choose} />
      <div className={styles.wide}>
        <EmojiButton onPick={onInsert} />
        {tools.map(({ name, icon: Icon, act }) => (
          <ActionIcon key={name} variant="subtle" color="gray" size={32} aria-label={name} title={name} onClick={act}>
            <Icon size={19} />
          </ActionIcon>
        ))}
      </div>
      <div className={styles.narrow}>
        <Menu position="top-start" shadow="md" radius="lg">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={36} aria-label={t('composer.more')}>
              <IconPlus size={21} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {tools.map(({ name, icon: Icon, act }) => (
              <Menu.Item key={name} leftSection={<Icon size={18} aria-hidden />} onClick={act}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <EmojiButton onPick={onInsert} />
      </div>
      <span className={styles.space} />
      <TextCount draft={draft} channel={channel} />
      <SendButton
        isNote={draft.isNote}
        canSend={canSend}
        canWait={!isPassing}
        onTemplate={isWindowClosed && !draft.isNote ? onTemplate : null}
        onSend={onSend}
        onSendAt={onSendAt}
      />
    </div>
  );
}

/** How much of what the platform takes is used, once it matters; and in how many messages a longer text goes. */
function TextCount({ draft, channel }: Pick<Props, 'draft' | 'channel'>) {
  const { t } = useTranslation();
  const { length } = draft.text.trim();
  const limits = channel?.limits;
  if (draft.isNote || !limits || length < limits.maxTextLength * 0.8) {
    return null;
  }
  const parts = Math.ceil(length / limits.maxTextLength);
  return (
    <span className={styles.count} data-over={length > limits.maxTextLength}>
      {parts > 1 && limits.splitsText
        ? t('composer.splits', { count: parts })
        : t('composer.count', { length, most: limits.maxTextLength })}
    </span>
  );
}
