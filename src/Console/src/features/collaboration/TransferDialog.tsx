import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operator } from '../../api/types';
import { Avatar } from '../../ui/Avatar';
import { PickList } from '../../ui/PickList';
import { useReturnFocus } from '../../ui/useReturnFocus';
import { operatorsQuery } from '../operators/operatorQueries';
import { useMe } from '../session/session';
import { useHandOver } from './holdQueries';
import styles from './TransferDialog.module.css';
import { useHolder } from './useHolder';

const rank = ['online', 'away', 'offline'];

/** Who is there comes first; pending and banned ones cannot take anything. */
function colleagues(operators: Operator[], holderId: string | undefined, query: string): Operator[] {
  const wanted = query.trim().toLocaleLowerCase();
  return operators
    .filter(({ id, role, name }) =>
      id !== holderId && (role === 'admin' || role === 'operator') && name.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => rank.indexOf(a.presence) - rank.indexOf(b.presence) || a.name.localeCompare(b.name));
}

/** Choose a colleague, leave a note, hand over: all of it by keyboard. */
export function TransferDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const { claim } = useHolder(conversationId);
  const { data: operators = [] } = useQuery(operatorsQuery);
  const [query, setQuery] = useState('');
  const [to, setTo] = useState<Operator | null>(null);
  const [note, setNote] = useState('');
  const noteField = useRef<HTMLTextAreaElement>(null);
  const handOver = useHandOver(conversationId);
  useReturnFocus();

  const choose = (operator: Operator) => {
    setTo(operator);
    setQuery('');
    setTimeout(() => noteField.current?.focus()); // once it is drawn
  };
  const hand = () => to && handOver.mutate({ to, note: note.trim() || undefined }, { onSuccess: onClose });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      hand();
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('hold.transferTitle')} closeButtonProps={{ 'aria-label': t('common.close') }} centered>
      {to ? (
        <div className={styles.chosen}>
          <Person operator={to} isMe={to.id === me.id} />
          <Button size="compact-sm" variant="subtle" onClick={() => setTo(null)}>
            {t('common.back')}
          </Button>
        </div>
      ) : (
        <PickList
          label={t('hold.findColleague')}
          query={query}
          onQuery={setQuery}
          empty={t('hold.nobodyFound')}
          items={colleagues(operators, claim?.operatorId, query).map((operator) => ({
            id: operator.id,
            node: <Person operator={operator} isMe={operator.id === me.id} />,
            pick: () => choose(operator),
          }))}
        />
      )}
      {to && (
        <>
          <Textarea
            ref={noteField}
            label={t('hold.note')}
            description={t('hold.noteHint')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onKeyDown={press}
          />
          <Button className={styles.hand} loading={handOver.isPending} onClick={hand}>
            {t('hold.handTo', { name: to.name })}
          </Button>
        </>
      )}
    </Modal>
  );
}

function Person({ operator: { id, name, presence }, isMe }: { operator: Operator; isMe: boolean }) {
  const { t } = useTranslation();
  const known = (['online', 'away', 'offline'] as const).find((state) => state === presence) ?? 'offline';
  return (
    <>
      <Avatar id={id} name={name} size={28} />
      <span className={styles.name}>
        {name}
        {isMe && <span className={styles.soft}> ({t('hold.you')})</span>}
      </span>
      <span className={styles.presence} data-state={known}>
        {t(`presence.${known}`)}
      </span>
    </>
  );
}
