import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import styles from './ChannelChoice.module.css';
import { channelsQuery } from './channelQueries';

type Props = { legend: ReactNode; chosen: string[]; onChange: (ids: string[]) => void };

/** Some of the channels. */
export function ChannelChoice({ legend, chosen, onChange }: Props) {
  const { data: channels = [] } = useQuery(channelsQuery);
  return (
    <fieldset className={styles.channels}>
      <legend>{legend}</legend>
      {channels.map(({ id, name }) => (
        <label key={id} className={styles.channel}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((known) => known !== id))
            }
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
