import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SuggestionList.module.css';
import type { Suggestion, Suggestions } from './useSuggestions';

type Props = { id: string; suggestions: Suggestions; onTake: (suggestion: Suggestion) => void };

/** What completes the word being typed, above the field; the field keeps the focus. */
export function SuggestionList({ id, suggestions: { suggestions, at, kind, choose }, onTake }: Props) {
  const { t } = useTranslation();
  const active = suggestions[at];
  if (!active) {
    return null;
  }
  return (
    <div className={styles.frame}>
      <div className={styles.list} role="listbox" id={id} aria-label={t(`suggest.${kind ?? 'canned'}`)}>
        {suggestions.map((suggestion, place) => (
          <UnstyledButton
            key={suggestion.key}
            component="div"
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            className={styles.option}
            onMouseMove={() => choose(place)}
            // The field must not lose the focus, nor the caret its place.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
          >
            <span className={styles.mark} data-kind={kind}>
              {suggestion.mark}
            </span>
            <span className={styles.title}>{suggestion.title}</span>
          </UnstyledButton>
        ))}
      </div>
      {kind === 'canned' && (
        <div className={styles.preview} aria-hidden>
          <p className={styles.previewText} dir="auto">
            {active.hint}
          </p>
        </div>
      )}
      <p className={styles.keys} aria-hidden>
        {t('suggest.keys')}
      </p>
    </div>
  );
}
