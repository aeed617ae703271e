import { useState } from 'react';
import styles from './Avatar.module.css';

/** Up to two initials, by what a reader sees as letters. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => (word ? [...word][0] : ''));
  return letters.join('').toUpperCase() || '?';
}

/** The same person has the same tint everywhere. */
function tintOf(id: string): number {
  let sum = 0;
  for (const letter of id) {
    sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  }
  return (sum * 137) % 360;
}

type Props = { id: string; name: string; url?: string | null; size?: number };

/** Decorative: the name always stands beside it. */
export function Avatar({ id, name, url, size = 40 }: Props) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span
      className={styles.avatar}
      style={{ '--tint': tintOf(id), width: size, height: size, fontSize: size * 0.36 } as React.CSSProperties}
      aria-hidden
    >
      {url && !isBroken ? <img src={url} alt="" onError={() => setBroken(true)} /> : initials(name)}
    </span>
  );
}
