import type { LabelColour } from './labelQueries';
import styles from './LabelChip.module.css';

/** A label by its name; the colour only helps. */
export function LabelChip({ name, colour }: { name: string; colour: LabelColour }) {
  return (
    <span className={styles.chip} data-colour={colour}>
      {name}
    </span>
  );
}
