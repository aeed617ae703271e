export const auditThings = ['session', 'two-factor', 'operator', 'key', 'channel', 'desk', 'label', 'hours', 'quarantine'] as const;

export type AuditSearch = { actor?: string; thing?: string; from?: string; to?: string };

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export const parseAuditSearch = (search: Record<string, unknown>): AuditSearch => ({
  actor: text(search.actor),
  thing: text(search.thing),
  from: text(search.from),
  to: text(search.to),
});
