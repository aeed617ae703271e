import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './ChannelMenu.module.css';
import { type DraftLine, kindsFor, type LineKind, move, newLine } from './menuLines';

const anAddress = 'https://…';

type Props = {
  platform: string;
  lines: DraftLine[];
  /** Where these lines stand in what is sent, as the server names it. */
  path: string;
  wrong: string | null;
  mistake?: string;
  isWithin?: boolean;
  onChange: (lines: DraftLine[]) => void;
};

/** Lines in their order; buttons move them, so that no pointer is needed. */
export function MenuLines({ lines, path, onChange, ...shared }: Props) {
  const { t } = useTranslation();
  return (
    <ol className={styles.lines} data-within={shared.isWithin}>
      {lines.map((line, index) => {
        const name = line.label.trim() || t('channelMenu.line', { number: index + 1 });
        const tools = (
          <span className={styles.tools}>
            <Tool label={t('channelMenu.up', { name })} isOff={index === 0} onClick={() => onChange(move(lines, index, -1))}>
              <IconArrowUp size={17} />
            </Tool>
            <Tool
              label={t('channelMenu.down', { name })}
              isOff={index === lines.length - 1}
              onClick={() => onChange(move(lines, index, 1))}
            >
              <IconArrowDown size={17} />
            </Tool>
            <Tool label={t('channelMenu.remove', { name })} onClick={() => onChange(lines.toSpliced(index, 1))}>
              <IconTrash size={17} />
            </Tool>
          </span>
        );
        return (
          <li key={line.id} className={styles.item} aria-label={name}>
            <LineFields
              {...shared}
              line={line}
              path={`${path}[${index}]`}
              tools={tools}
              onChange={(changed) => onChange(lines.with(index, changed))}
            />
          </li>
        );
      })}
    </ol>
  );
}

type LineProps = Omit<Props, 'lines' | 'onChange'> & { line: DraftLine; tools: React.ReactNode; onChange: (line: DraftLine) => void };

function LineFields({ line, path, tools, onChange, ...shared }: LineProps) {
  const { t } = useTranslation();
  const { platform, wrong, mistake, isWithin = false } = shared;
  const kinds = kindsFor(platform, isWithin);
  const isCommand = platform === 'telegram';
  const errorAt = (...fields: string[]) => (wrong !== null && fields.includes(wrong) ? mistake : undefined);
  return (
    <>
      <div className={styles.fields}>
        <TextInput
          label={t('channelMenu.label')}
          value={line.label}
          error={errorAt(`${path}.label`)}
          required
          withAsterisk={false}
          onChange={(event) => onChange({ ...line, label: event.currentTarget.value })}
        />
        {kinds.length > 1 && (
          <NativeSelect
            label={t('channelMenu.does')}
            value={line.kind}
            data={kinds.map((kind) => ({ value: kind, label: t(`channelMenu.${kind}`) }))}
            onChange={(event) => onChange({ ...line, kind: event.currentTarget.value as LineKind })}
          />
        )}
        {line.kind === 'key' && (
          <TextInput
            label={t(isCommand ? 'channelMenu.command' : 'channelMenu.keyValue')}
            description={t(isCommand ? 'channelMenu.commandHint' : 'channelMenu.keyHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={line.key}
            error={errorAt(path, `${path}.key`)}
            required
            withAsterisk={false}
            autoComplete="off"
            onChange={(event) => onChange({ ...line, key: event.currentTarget.value })}
          />
        )}
        {line.kind === 'url' && (
          <TextInput
            label={t('channelMenu.urlValue')}
            type="url"
            placeholder={anAddress}
            value={line.url}
            error={errorAt(path, `${path}.url`)}
            required
            withAsterisk={false}
            onChange={(event) => onChange({ ...line, url: event.currentTarget.value })}
          />
        )}
        {tools}
      </div>
      {line.kind === 'items' && (
        <>
          <MenuLines
            {...shared}
            isWithin
            path={`${path}.items`}
            lines={line.items}
            onChange={(items) => onChange({ ...line, items })}
          />
          <Button
            className={styles.addWithin}
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange({ ...line, items: [...line.items, newLine()] })}
          >
            {t('channelMenu.addWithin')}
          </Button>
        </>
      )}
    </>
  );
}

type ToolProps = { label: string; isOff?: boolean; onClick: () => void; children: React.ReactNode };

const Tool = ({ label, isOff, onClick, children }: ToolProps) => (
  <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
    {children}
  </ActionIcon>
);
