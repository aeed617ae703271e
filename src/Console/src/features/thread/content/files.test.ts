import { describe, expect, it } from 'vitest';
import { fileKind, isRunnable } from './fileKind';
import { vCard } from './vCard';

const file = (fileName: string | null, mimeType: string | null) => ({ type: 'file' as const, fileName, mimeType });

describe('A file', () => {
  it('is known by its name, and else by its type', () => {
    expect(fileKind(file('Рахунок.PDF', null))).toBe('pdf');
    expect(fileKind(file('prices.xlsx', 'application/octet-stream'))).toBe('sheet');
    expect(fileKind(file(null, 'audio/ogg'))).toBe('music');
    expect(fileKind(file(null, null))).toBe('other');
  });

  it('that a browser would run is never shown as a picture', () => {
    expect(isRunnable(file('logo.svg', 'image/png'))).toBe(true);
    expect(isRunnable(file('photo.jpg', 'image/svg+xml'))).toBe(true);
    expect(isRunnable(file('page.html', null))).toBe(true);
    expect(isRunnable(file('photo.jpg', 'image/jpeg'))).toBe(false);
  });
});

describe('A contact to be kept', () => {
  it('cannot write lines of its own into the address book', () => {
    expect(vCard('Olena;\r\nTEL:1', '+380 (67) 1')).toBe('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Olena\\; TEL:1\r\nTEL;VALUE=uri:tel:+380671\r\nEND:VCARD\r\n');
  });
});
