import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { IconMessage2Bolt, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../api/types';
import { EmptyState } from '../../ui/EmptyState';
import { Failure } from '../../ui/Failure';
import { PageFrame } from '../../ui/PageFrame';
import { cannedRepliesQuery, matching } from '../composer/cannedQueries';
import { useMe } from '../session/session';
import { CannedReplyDialog } from './CannedReplyDialog';
import styles from './CannedRepliesPage.module.css';

/** Everybody's canned replies; each changes their own, admins all. */
export function CannedRepliesPage() {
  const { t, i18n } = useTranslation();
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<CannedReply | 'new' | null>(null);
  const { data: replies, error, refetch } = useQuery(cannedRepliesQuery);
  const typed = query.trim().replace(/^\//, '').toLowerCase();
  const shown = replies && typed !== '' ? matching(replies, typed, i18n.language) : replies;

  return (
    <PageFrame
      title={t('cannedReplies.title')}
      intro={t('cannedReplies.intro')}
      action={
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
          {t('cannedReplies.add')}
        </Button>
      }
    >
      {error && <Failure title={t('cannedReplies.failed')} error={error} onRetry={() => void refetch()} />}
      {replies?.length === 0 && (
        <EmptyState icon={<IconMessage2Bolt size={26} />} title={t('cannedReplies.none')} hint={t('cannedReplies.noneHint')} />
      )}
      {replies && replies.length > 0 && (
        <TextInput
          mb="md"
          leftSection={<IconSearch size={17} aria-hidden />}
          aria-label={t('cannedReplies.search')}
          placeholder={t('cannedReplies.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shown?.length === 0 && replies && replies.length > 0 && <p className={styles.none}>{t('cannedReplies.noneFound')}</p>}
      <ul className={styles.replies}>
        {shown?.map((reply) => (
          <ReplyRow key={reply.id} reply={reply} onOpen={() => setOpen(reply)} />
        ))}
      </ul>
      {open && <CannedReplyDialog reply={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </PageFrame>
  );
}

function ReplyRow({ reply, onOpen }: { reply: CannedReply; onOpen: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const mayChange = me.role === 'admin' || reply.author.id === me.id;
  return (
    <li>
      <UnstyledButton className={styles.reply} disabled={!mayChange} onClick={onOpen}>
        <span className={styles.head}>
          <code className={styles.shortcut}>/{reply.shortcut}</code>
          <strong>{reply.title}</strong>
          {reply.language && <span className={styles.tag}>{reply.language}</span>}
        </span>
        <span className={styles.text} dir="auto">
          {reply.text}
        </span>
        <span className={styles.foot}>
          {reply.uses > 0 ? t('cannedReplies.uses', { count: reply.uses }) : t('cannedReplies.neverUsed')}
          {' · '}
          {t('cannedReplies.by', { name: reply.author.name ?? '' })}
        </span>
      </UnstyledButton>
    </li>
  );
}
