import { Kbd } from '@mantine/core';
import styles from './ShortcutHelp.module.css';
import { capsOf } from './shortcutTable';

/** The caps of a press. */
export function Keys({ press }: { press: string }) {
  return (
    <span className={styles.caps}>
      {capsOf(press).map((cap, index) => (
        <Kbd key={index} size="xs">
          {cap}
        </Kbd>
      ))}
    </span>
  );
}
