import { Modal, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../../ui/useReturnFocus';
import { actionOf } from './keyboard';
import { Keys } from './Keys';
import styles from './ShortcutHelp.module.css';
import { capsOf, type Shortcut, shortcutGroups, shortcutTable } from './shortcutTable';
import { switchSingleKeys, useSingleKeys } from './singleKeys';

/** What the keyboard does on this page, as it stands. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const areSingleKeysOn = useSingleKeys();
  useReturnFocus();
  const here = shortcutTable.filter(({ press }) => capsOf(press).length > 0 && (press === 'Escape' || actionOf(press)));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      size="lg"
      centered
    >
      {shortcutGroups.map((group) => {
        const shown = here.filter((shortcut) => shortcut.group === group);
        return (
          shown.length > 0 && (
            <section key={group} className={styles.group}>
              <h3>{t(`shortcuts.${group}`)}</h3>
              <dl className={styles.keys}>
                {shown.map((shortcut) => (
                  <ShortcutLine key={shortcut.press} shortcut={shortcut} />
                ))}
              </dl>
            </section>
          )
        );
      })}
      <Switch
        className={styles.switch}
        checked={areSingleKeysOn}
        onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
        label={t('shortcuts.singleKeys')}
        description={t('shortcuts.note')}
      />
    </Modal>
  );
}

function ShortcutLine({ shortcut }: { shortcut: Shortcut }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>
        <Keys press={shortcut.press} />
        {'typing' in shortcut && (
          <>
            <span className={styles.or}>{t('shortcuts.or')}</span>
            <Keys press={shortcut.typing} />
          </>
        )}
      </dt>
      <dd>{t(`shortcuts.${shortcut.name}`)}</dd>
    </div>
  );
}
