import { ActionIcon, CloseButton, Loader } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarRight } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './ContextPane.module.css';
import { PaneDivider } from './PaneDivider';
import { changePanes, usePanes } from './paneLayout';

const ContextDrawer = lazy(async () => ({ default: (await import('./ContextDrawer')).ContextDrawer }));
const ContactPane = lazy(async () => ({ default: (await import('../contact/ContactPane')).ContactPane }));

/** Below this width the context comes over the thread. */
const useIsNarrow = () => useMediaQuery('(width < 64em)', undefined, { getInitialValueInEffect: false }) === true;

/** Who one talks to, beside the thread or over it. */
export function ContextPane({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { isContextOpen, isDrawerOpen } = usePanes();
  const isNarrow = useIsNarrow();
  const close = () => changePanes(isNarrow ? { isDrawerOpen: false } : { isContextOpen: false });

  useEffect(() => () => changePanes({ isDrawerOpen: false }), [conversationId, isNarrow]);

  const content = (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('panes.context')}</h2>
        <CloseButton size={isNarrow ? 44 : 32} aria-label={t('panes.hideContext')} onClick={close} />
      </header>
      <div className={styles.content}>
        <Suspense fallback={<Loader m="auto" role="progressbar" aria-label={t('common.loading')} />}>
          <ContactPane conversationId={conversationId} />
        </Suspense>
      </div>
    </>
  );

  if (isNarrow) {
    return (
      isDrawerOpen && (
        <Suspense>
          <ContextDrawer onClose={close}>{content}</ContextDrawer>
        </Suspense>
      )
    );
  }
  return (
    isContextOpen && (
      <>
        <PaneDivider pane="contextWidth" label={t('panes.contextWidth')} side="right" />
        <aside className={styles.pane} aria-label={t('panes.context')}>
          {content}
        </aside>
      </>
    )
  );
}

/** Shows and hides the context; it belongs to the head of the thread. */
export function ContextToggle() {
  const { t } = useTranslation();
  const { isContextOpen, isDrawerOpen } = usePanes();
  const isNarrow = useIsNarrow();
  const isOpen = isNarrow ? isDrawerOpen : isContextOpen;
  const name = isOpen ? t('panes.hideContext') : t('panes.showContext');
  return (
    <ActionIcon
      size={isNarrow ? 44 : 36}
      variant={isOpen ? 'light' : 'default'}
      aria-label={name}
      aria-expanded={isOpen}
      title={name}
      onClick={() => changePanes(isNarrow ? { isDrawerOpen: !isOpen } : { isContextOpen: !isOpen })}
    >
      <IconLayoutSidebarRight size={19} />
    </ActionIcon>
  );
}
