import { IconChevronRight } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConnectionState as State } from '../../api/types';
import styles from './ConnectionRow.module.css';
import { ConnectionState } from './ConnectionState';

type Props = {
  link: Pick<LinkProps, 'to' | 'params'>;
  icon: ReactNode;
  name: string;
  about: ReactNode;
  state: State;
  /** Why it stands so. */
  reason: string | null;
  children: ReactNode;
};

/** One channel or desk in the list of them: what it is, how it stands, what it does. */
export function ConnectionRow({ link, icon, name, about, state, reason, children }: Props) {
  return (
    <li>
      <Link {...link} className={styles.connection}>
        <span className={styles.icon}>{icon}</span>
        <span className={styles.names}>
          <span className={styles.name}>{name}</span>
          <span className={styles.about}>{about}</span>
        </span>
        <ConnectionState state={state} />
        <IconChevronRight className={styles.chevron} size={18} aria-hidden />
        {children}
        {reason && <span className={styles.reason}>{reason}</span>}
      </Link>
    </li>
  );
}

export const ConnectionRows = ({ children }: { children: ReactNode }) => <ul className={styles.connections}>{children}</ul>;
