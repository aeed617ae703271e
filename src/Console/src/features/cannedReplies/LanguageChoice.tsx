import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';

type Props = { name: string; label: string; any: string; value: string; choices: Record<string, string> };

/** A language, or any. */
export function LanguageChoice({ name, label, any, value, choices }: Props) {
  const id = useId();
  return (
    <div>
      <p id={id} style={{ margin: '0 0 6px', fontSize: '0.875rem', fontWeight: 500 }}>
        {label}
      </p>
      <SegmentedControl
        name={name}
        aria-labelledby={id}
        defaultValue={value}
        data={[{ value: '', label: any }, ...Object.entries(choices).map(([tag, word]) => ({ value: tag, label: word }))]}
      />
    </div>
  );
}
