import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/client';
import { fullTime } from '../../ui/time';
import { CopyIcon } from '../contact/CopyIcon';
import { FactRow } from '../contact/FactRow';
import { Section } from '../contact/Section';
import { conversationQuery } from '../conversations/conversationQueries';
import { useAbilities } from '../thread/threadQueries';
import styles from './OrderCard.module.css';
import { type Order, orderQuery, type OrderStatus } from './orderQueries';
import { goods, money } from './orderWords';

const tones: Partial<Record<OrderStatus, 'good' | 'warn' | 'bad'>> = {
  'awaiting-payment': 'warn',
  declined: 'bad',
  paid: 'good',
  'refund-pending': 'warn',
};

/** The order a conversation is about, where its platform knows orders. */
export function OrderCard({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const { data: conversation } = useQuery(conversationQuery(conversationId));
  const can = useAbilities(conversation?.channel.id ?? '');
  const { data: order, error, refetch, isFetching } = useQuery({ ...orderQuery(conversationId), enabled: can('order') });
  const isNone = error instanceof Problem && error.status === 404;
  if (!order && (!error || isNone)) {
    return null;
  }
  return (
    <Section name={order ? t('order.title', { number: order.number }) : t('order.plain')}>
      {order ? (
        <Facts order={order} />
      ) : (
        <div className={styles.failed}>
          <span role="status">{t('order.failed', { reason: error!.message })}</span>
          <Button size="compact-sm" variant="default" loading={isFetching} onClick={() => void refetch()}>
            {t('common.retry')}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Facts({ order }: { order: Order }) {
  const { t, i18n } = useTranslation();
  const detailName = (name: string) =>
    i18n.exists(`order.detail.${name}`) ? t(`order.detail.${name}` as ParseKeys) : name;
  const isNamed = order.status !== 'unknown' || order.stateText !== null;
  return (
    <dl className={styles.facts}>
      <Fact label={t('order.goods')} value={goods(order, i18n.language)} />
      <Fact label={t('order.amount')} value={money(order, i18n.language)} />
      {isNamed && (
        <FactRow label={t('order.state')}>
          <bdi className={styles.words} data-tone={tones[order.status]}>
            {order.status === 'unknown' ? order.stateText : t(`order.status.${order.status}`)}
          </bdi>
        </FactRow>
      )}
      <Fact label={t('order.sourceShop')} value={order.sourceShop} />
      <Fact label={t('order.purchasedAt')} value={order.purchasedAt && fullTime(order.purchasedAt, i18n.language)} />
      <Fact label={t('order.paidAt')} value={order.paidAt && fullTime(order.paidAt, i18n.language)} />
      <Fact
        label={t('order.buyer')}
        value={order.buyerEmail}
        action={order.buyerEmail && <CopyIcon value={order.buyerEmail} />}
      />
      {order.options.map(({ name, value }, index) => (
        <Fact key={`option ${index}`} label={name} value={value} />
      ))}
      {order.details.map(({ name, value }, index) => (
        <Fact key={`detail ${index}`} label={detailName(name)} value={value} />
      ))}
    </dl>
  );
}

function Fact({ label, value, action }: { label: string; value: string | null; action?: ReactNode }) {
  return (
    value && (
      <FactRow label={label} action={action}>
        <bdi className={styles.words}>{value}</bdi>
      </FactRow>
    )
  );
}
