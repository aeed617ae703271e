import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import styles from './PickList.module.css';

export type PickItem = { id: string; group?: string; node: ReactNode; pick: () => void };

type Props = {
  label: string;
  items: PickItem[];
  query: string;
  onQuery: (query: string) => void;
  /** Stands in the list's place when it is empty. */
  empty: string;
  inputRef?: Ref<HTMLInputElement>;
  input?: TextInputProps;
};

/** A field that narrows a list below it: typing searches, arrows walk, Enter picks; the focus stays in the field. */
export function PickList({ label, items, query, onQuery, empty, inputRef, input }: Props) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const at = Math.max(0, items.findIndex((item) => item.id === activeId));
  const active = items[at];

  useEffect(() => setActiveId(null), [query]);

  const walk = (index: number) => {
    const next = items[(index + items.length) % items.length];
    if (next) {
      setActiveId(next.id);
      list.current?.querySelector(`[data-id="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && active) {
      event.preventDefault();
      active.pick();
    }
  };

  return (
    <div className={styles.frame}>
      <TextInput
        ref={inputRef}
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={active && `${id}-${active.id}`}
        placeholder={label}
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={press}
        {...input}
      />
      {items.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul ref={list} id={id} className={styles.list} role="listbox" aria-label={label}>
        {items.map((item, index) => (
          <PickOption
            key={item.id}
            item={item}
            domId={`${id}-${item.id}`}
            isActive={item === active}
            isFirstOfGroup={item.group !== items[index - 1]?.group}
            onPoint={() => setActiveId(item.id)}
          />
        ))}
      </ul>
    </div>
  );
}

type OptionProps = { item: PickItem; domId: string; isActive: boolean; isFirstOfGroup: boolean; onPoint: () => void };

function PickOption({ item, domId, isActive, isFirstOfGroup, onPoint }: OptionProps) {
  return (
    <>
      {item.group && isFirstOfGroup && (
        <li className={styles.group} role="presentation">
          {item.group}
        </li>
      )}
      <li
        id={domId}
        data-id={item.id}
        className={styles.option}
        role="option"
        aria-selected={isActive}
        onPointerMove={onPoint}
        onMouseDown={(event) => event.preventDefault()}
        onClick={item.pick}
      >
        {item.node}
      </li>
    </>
  );
}
