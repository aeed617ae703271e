import { Textarea } from '@mantine/core';
import { type ClipboardEvent, type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import type { Conversation } from '../../api/types';
import styles from './Composer.module.css';
import { useSendKey } from './sendKey';
import { SuggestionList } from './SuggestionList';
import { type Suggestion, useSuggestions } from './useSuggestions';

export type WriteFieldHandle = { focus: () => void; insert: (text: string) => void };

type Props = {
  ref: Ref<WriteFieldHandle>;
  conversation: Conversation;
  text: string;
  isNote: boolean;
  isReadOnly: boolean;
  placeholder: string;
  onText: (text: string) => void;
  onTake: (suggestion: Suggestion) => void;
  onSubmit: () => void;
  onUndo: () => boolean;
  onFiles: (files: FileList) => void;
};

/** The text being written, with what completes it; it grows with the text and never takes the focus from it. */
export function WriteField({ ref, conversation, text, isNote, isReadOnly, placeholder, onText, onTake, onSubmit, onUndo, onFiles }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [sendKey] = useSendKey();
  const suggestions = useSuggestions(conversation, text, caret, isNote);
  const isOpen = suggestions.suggestions.length > 0;

  const put = (next: { text: string; caret: number }) => {
    onText(next.text);
    setCaret(next.caret);
    // The caret can only stand in text that is there already.
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };
  const take = (suggestion: Suggestion) => {
    put(suggestions.take(suggestion));
    onTake(suggestion);
  };

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    insert: (added) => {
      const { selectionStart: from, selectionEnd: to } = field.current!;
      put({ text: text.slice(0, from) + added + text.slice(to), caret: from + added.length });
      field.current!.focus();
    },
  }));

  const complete = (event: KeyboardEvent): boolean => {
    const { at, choose, dismiss, suggestions: all } = suggestions;
    switch (event.key) {
      case 'ArrowDown':
        choose((at + 1) % all.length);
        return true;
      case 'ArrowUp':
        choose((at - 1 + all.length) % all.length);
        return true;
      case 'Escape':
        dismiss();
        return true;
      case 'Enter':
      case 'Tab':
        if (event.shiftKey || event.ctrlKey || event.metaKey || !all[at]) {
          return false;
        }
        take(all[at]);
        return true;
      default:
        return false;
    }
  };

  const press = (event: KeyboardEvent) => {
    // While an input method composes a word, its keys belong to it.
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (isOpen && complete(event)) {
      event.preventDefault();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey && (event.ctrlKey || event.metaKey || sendKey === 'enter')) {
      event.preventDefault();
      onSubmit();
    } else if (event.code === 'KeyZ' && (event.ctrlKey || event.metaKey) && !event.shiftKey && text === '' && onUndo()) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      field.current?.blur();
    }
  };

  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length > 0) {
      event.preventDefault();
      onFiles(event.clipboardData.files);
    }
  };

  return (
    <>
      {isOpen && <SuggestionList id={id} suggestions={suggestions} onTake={take} />}
      <Textarea
        ref={field}
        variant="unstyled"
        className={styles.field}
        aria-label={placeholder}
        placeholder={placeholder}
        role={isOpen ? 'combobox' : undefined}
        aria-expanded={isOpen || undefined}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${suggestions.at}` : undefined}
        aria-autocomplete={isOpen ? 'list' : undefined}
        autosize
        minRows={1}
        maxRows={9}
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value);
          setCaret(event.currentTarget.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        onPaste={paste}
      />
    </>
  );
}
