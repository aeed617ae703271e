import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contrastOf, markPairs, textPairs } from '../../ui/contrast';
import { Part } from './Part';
import styles from './Parts.module.css';

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(`--rz-${name}`).trim();

const pairs = [
  ...textPairs.flatMap(({ ink, on }) => on.map((ground) => ({ ink, ground, least: 4.5 }))),
  ...markPairs.flatMap(({ ink, on }) => on.map((ground) => ({ ink, ground, least: 3 }))),
];

/** Which colour stands on which, as measured in the scheme that is on. */
export function Colours() {
  const { t, i18n } = useTranslation();
  const [measured] = useState(() => pairs.map((pair) => ({ ...pair, contrast: contrastOf(token(pair.ink), token(pair.ground)) })));
  const number = new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <Part title={t('parts.colours')}>
      <ul className={styles.colours}>
        {measured.map(({ ink, ground, least, contrast }) => (
          <li key={`${ink} ${ground} ${least}`} className={styles.colour} style={{ background: `var(--rz-${ground})` }}>
            {/* A mark need not hold as text does, so it is shown as one. */}
            <span aria-hidden className={styles.sample} style={{ background: `var(--rz-${ink})` }} />
            <span className={styles.pair} style={least === 4.5 ? { color: `var(--rz-${ink})` } : undefined}>
              {ink} / {ground}
            </span>
            <b className={styles.ratio}>
              {number.format(contrast)} {contrast >= least ? '✓' : '✗'}
            </b>
          </li>
        ))}
      </ul>
    </Part>
  );
}
