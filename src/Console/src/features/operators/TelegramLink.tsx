import { Button } from '@mantine/core';
import { IconBrandTelegram } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/Notice';
import { desksQuery } from '../desks/deskQueries';
import { type TelegramTie, useTelegramTie } from './operatorQueries';

type Props = { id: string; name: string; onMade: (tie: TelegramTie) => void };

/** Makes the link whose first reader in Telegram is this operator from then on. There only where a desk in Telegram is. */
export function TelegramLink({ id, name, onMade }: Props) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { data: desks } = useQuery(desksQuery);
  const make = useTelegramTie(id);
  if (!desks?.some(({ kind, enabled }) => kind === 'telegram' && enabled)) {
    return null;
  }
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconBrandTelegram size={15} aria-hidden />}
      loading={make.isPending}
      onClick={() => make.mutate(undefined, { onSuccess: onMade, onError: (error) => announce(error.message, 'bad') })}
    >
      {t('operators.tie')}
      <span className="rz-hidden"> {name}</span>
    </Button>
  );
}
