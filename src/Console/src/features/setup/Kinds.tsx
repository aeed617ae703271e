import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './Kinds.module.css';

export type Kind = { link: Pick<LinkProps, 'to' | 'params'>; icon: ReactNode; name: string; intro: string };

/** The first question of every set-up: which of them? */
export function Kinds({ kinds }: { kinds: Kind[] }) {
  return (
    <ul className={styles.kinds}>
      {kinds.map(({ link, icon, name, intro }) => (
        <li key={name}>
          <Link {...link} className={styles.kind}>
            {icon}
            <span className={styles.name}>{name}</span>
            <span className={styles.intro}>{intro}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
