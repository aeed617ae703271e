import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import styles from './Notice.module.css';

type Notice = { text: string; tone: 'plain' | 'bad'; id: number };

const Announce = createContext<(text: string, tone?: Notice['tone']) => void>(() => {});

/** One short line about what just happened, said aloud by screen readers without moving the focus. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const announce = useCallback(
    (text: string, tone: Notice['tone'] = 'plain') => setNotice((last) => ({ text, tone, id: (last?.id ?? 0) + 1 })),
    [],
  );

  useEffect(() => {
    const timer = setTimeout(() => setNotice(null), notice?.tone === 'bad' ? 8000 : 3500);
    return () => clearTimeout(timer);
  }, [notice]);

  return (
    <Announce.Provider value={announce}>
      {children}
      <div className={styles.place} role="status">
        {notice && (
          <p key={notice.id} className={styles.notice} data-tone={notice.tone}>
            {notice.text}
          </p>
        )}
      </div>
    </Announce.Provider>
  );
}

export const useAnnounce = () => useContext(Announce);
