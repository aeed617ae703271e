import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stats } from '../../api/types';
import { clockTime } from '../../ui/time';
import styles from './HourChart.module.css';

const width = 640;
const height = 180;
const foot = 22;

/** The smallest round number that a scale can end at. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 3, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= most && top >= 2) ?? 10 * power;
}

/** Messages of each hour as pairs of bars; the same numbers as a table for whoever prefers, or hears, them. */
export function HourChart({ stats }: { stats: Stats }) {
  const { t, i18n } = useTranslation();
  const title = useId();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <span id={title} className={styles.title}>
          {t('home.byHour')}
        </span>
        <span className={styles.legend}>
          <span data-series="in">{t('home.inbound')}</span>
          <span data-series="out">{t('home.outbound')}</span>
        </span>
        <button type="button" className={styles.toggle} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t('home.asTable')}
        </button>
      </figcaption>
      {isTable ? (
        <div className={styles.scroll} tabIndex={0} role="region" aria-labelledby={title}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('home.hour')}</th>
                <th scope="col">{t('home.inbound')}</th>
                <th scope="col">{t('home.outbound')}</th>
              </tr>
            </thead>
            <tbody>
              {stats.buckets.map((bucket) => (
                <tr key={bucket.from}>
                  <th scope="row">{clockTime(bucket.from, i18n.language)}</th>
                  <td>{bucket.inbound}</td>
                  <td>{bucket.outbound}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Bars stats={stats} label={t('home.chartSays', { in: stats.messages.inbound, out: stats.messages.outbound })} />
      )}
    </figure>
  );
}

function Bars({ stats: { buckets }, label }: { stats: Stats; label: string }) {
  const { i18n } = useTranslation();
  const top = niceTop(Math.max(...buckets.map(({ inbound, outbound }) => Math.max(inbound, outbound))));
  const slot = width / buckets.length;
  const bar = Math.min(11, slot * 0.34);
  const tall = (count: number) => (count / top) * (height - foot - 10);
  return (
    <svg className={styles.bars} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((part) => (
        <g key={part} className={styles.grid}>
          <line x1={0} x2={width} y1={height - foot - tall(top * part)} y2={height - foot - tall(top * part)} />
          {part > 0 && (
            <text x={0} y={height - foot - tall(top * part) - 3}>
              {top * part}
            </text>
          )}
        </g>
      ))}
      {buckets.map(({ from, inbound, outbound }, index) => {
        const middle = slot * (index + 0.5);
        return (
          <g key={from}>
            <title>{`${clockTime(from, i18n.language)}: ${inbound} / ${outbound}`}</title>
            <rect x={slot * index} y={0} width={slot} height={height - foot} className={styles.hover} />
            <rect x={middle - bar - 0.5} y={height - foot - tall(inbound)} width={bar} height={tall(inbound)} rx={2} data-series="in" />
            <rect x={middle + 0.5} y={height - foot - tall(outbound)} width={bar} height={tall(outbound)} rx={2} data-series="out" />
            {index % 3 === 0 && (
              <text x={middle} y={height - 6} textAnchor="middle">
                {clockTime(from, i18n.language).slice(0, 2)}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
