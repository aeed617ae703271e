const escaped = (text: string) => text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, ' ');

/** A contact as address books take it (RFC 6350). */
export function vCard(name: string, phone: string | null | undefined): string {
  const lines = ['BEGIN:VCARD', 'VERSION:4.0', `FN:${escaped(name)}`];
  if (phone) {
    lines.push(`TEL;VALUE=uri:tel:${phone.replace(/[^\d+]/g, '')}`);
  }
  return [...lines, 'END:VCARD', ''].join('\r\n');
}
