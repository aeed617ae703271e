import i18next from 'i18next';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

export function fileSize(bytes: number): string {
  const step = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  const format = { style: 'unit', unit: units[step], maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(i18next.language, format).format(bytes / 1000 ** (step + 1));
}
