import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { IconBellOff, IconVolume } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../ui/time';
import { useNow } from '../../ui/useNow';
import { chime } from './chime';
import styles from './NotificationPreferences.module.css';
import { changePreferences, usePreferences } from './preferences';

const hour = 3_600_000;

/** How one wants to be told of new messages, on this device. Every change counts at once. */
export function NotificationPreferences() {
  const { t } = useTranslation();
  const { sound, unassigned, quiet, quietFrom, quietUntil } = usePreferences();
  return (
    <div className={styles.preferences}>
      <DesktopSwitch />
      <div className={styles.line}>
        <Switch
          checked={sound}
          onChange={(event) => changePreferences({ sound: event.currentTarget.checked })}
          label={t('notify.sound')}
          description={t('notify.soundHint')}
        />
        <Button variant="default" size="xs" leftSection={<IconVolume size={16} aria-hidden />} onClick={chime}>
          {t('notify.listen')}
        </Button>
      </div>
      <NativeSelect
        label={t('notify.about')}
        value={unassigned ? 'all' : 'mine'}
        onChange={(event) => changePreferences({ unassigned: event.currentTarget.value === 'all' })}
        data={[
          { value: 'all', label: t('notify.mineAndUnassigned') },
          { value: 'mine', label: t('notify.mine') },
        ]}
      />
      <Switch
        checked={quiet}
        onChange={(event) => changePreferences({ quiet: event.currentTarget.checked })}
        label={t('notify.quiet')}
        description={t('notify.quietHint')}
      />
      {quiet && (
        <div className={styles.hours}>
          <TextInput
            type="time"
            label={t('notify.from')}
            value={quietFrom}
            onChange={(event) => event.currentTarget.value && changePreferences({ quietFrom: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('notify.until')}
            value={quietUntil}
            onChange={(event) => event.currentTarget.value && changePreferences({ quietUntil: event.currentTarget.value })}
          />
        </div>
      )}
      <Mute />
    </div>
  );
}

/** Browsers ask their permission only on somebody's own act, so it is asked when this is switched on. */
function DesktopSwitch() {
  const { t } = useTranslation();
  const { desktop } = usePreferences();
  const isKnown = 'Notification' in window;
  const [permission, setPermission] = useState<NotificationPermission>(isKnown ? Notification.permission : 'denied');
  const toggle = async (on: boolean) => {
    const answer = on && permission === 'default' ? await Notification.requestPermission() : permission;
    setPermission(answer);
    changePreferences({ desktop: on && answer === 'granted' });
  };
  return (
    <Switch
      checked={desktop && permission === 'granted'}
      disabled={permission === 'denied'}
      onChange={(event) => void toggle(event.currentTarget.checked)}
      label={t('notify.desktop')}
      description={t(permission === 'denied' ? 'notify.desktopDenied' : 'notify.desktopHint')}
    />
  );
}

function Mute() {
  const { t, i18n } = useTranslation();
  const { mutedUntil } = usePreferences();
  const now = useNow();
  const isMuted = mutedUntil > now;
  return (
    <div className={styles.line}>
      <p className={styles.mute}>
        <IconBellOff size={18} aria-hidden />
        {isMuted
          ? t('notify.mutedUntil', { time: clockTime(new Date(mutedUntil).toISOString(), i18n.language) })
          : t('notify.notMuted')}
      </p>
      <Button variant="default" size="xs" onClick={() => changePreferences({ mutedUntil: isMuted ? 0 : Date.now() + hour })}>
        {t(isMuted ? 'notify.unmute' : 'notify.mute')}
      </Button>
    </div>
  );
}
