import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronUp, IconClockHour4, IconNote, IconSend2, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './SendButton.module.css';
import { isMac, useSendKey } from './sendKey';
import { SendLater } from './SendLater';
import { sendTimes } from './sendTimes';
import { useSendTimeName } from './useSendTimeName';

type Props = {
  isNote: boolean;
  canSend: boolean;
  /** Whether it may be written down until a later time. */
  canWait: boolean;
  /** Set where only a template may go: what the button does then. */
  onTemplate: (() => void) | null;
  onSend: () => void;
  onSendAt: (at: Date) => void;
};

/** Sends; its arrow offers later times and which key sends. */
export function SendButton({ isNote, canSend, canWait, onTemplate, onSend, onSendAt }: Props) {
  const { t } = useTranslation();
  const [sendKey, chooseSendKey] = useSendKey();
  const [isPicking, setPicking] = useState(false);
  const nameOf = useSendTimeName();
  const control = isMac ? '⌘' : 'Ctrl';
  const keys = sendKey === 'enter' ? '⏎' : `${control} ⏎`;

  if (onTemplate) {
    return (
      <Button className={styles.send} onClick={onTemplate} leftSection={<IconTemplate size={18} aria-hidden />}>
        <span className={styles.word}>{t('template.choose')}</span>
      </Button>
    );
  }
  return (
    <div className={styles.group} data-note={isNote}>
      <Button
        className={styles.send}
        disabled={!canSend}
        onClick={onSend}
        leftSection={isNote ? <IconNote size={18} aria-hidden /> : <IconSend2 size={18} aria-hidden />}
        rightSection={
          <kbd className={styles.keys} aria-hidden>
            {keys}
          </kbd>
        }
      >
        <span className={styles.word}>{t(isNote ? 'composer.addNote' : 'composer.send')}</span>
      </Button>
      <Menu position="top-end" shadow="md" radius="lg" width={264}>
        <Menu.Target>
          <Button className={styles.more} aria-label={t('composer.sendOptions')} title={t('composer.sendOptions')}>
            <IconChevronUp size={17} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!isNote && canWait && (
            <>
              <Menu.Label>{t('schedule.title')}</Menu.Label>
              {sendTimes(new Date()).map((time) => (
                <Menu.Item
                  key={time.name}
                  disabled={!canSend}
                  leftSection={<IconClockHour4 size={17} aria-hidden />}
                  rightSection={<span className={styles.when}>{nameOf(time.at)}</span>}
                  onClick={() => onSendAt(time.at)}
                >
                  {t(`schedule.${time.name}`)}
                </Menu.Item>
              ))}
              <Menu.Item disabled={!canSend} leftSection={<IconClockHour4 size={17} aria-hidden />} onClick={() => setPicking(true)}>
                {t('schedule.pick')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Label>{t('composer.sendKey')}</Menu.Label>
          {(['enter', 'ctrl-enter'] as const).map((key) => (
            <Menu.Item
              key={key}
              role="menuitemradio"
              aria-checked={sendKey === key}
              leftSection={<IconCheck size={17} aria-hidden style={{ visibility: sendKey === key ? 'visible' : 'hidden' }} />}
              onClick={() => chooseSendKey(key)}
            >
              {t(key === 'enter' ? 'composer.enterSends' : 'composer.controlEnterSends', { control })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <SendLater
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onChoose={(at) => {
          setPicking(false);
          onSendAt(at);
        }}
      />
    </div>
  );
}
