/** How long somebody waited, in at most two units: `40 sec`, `3 min 20 sec`, `2 hr 5 min`. */
export function waitLength(seconds: number, locale: string): string {
  const whole = Math.round(seconds);
  const parts: [number, 'hour' | 'minute' | 'second'][] = [
    [Math.floor(whole / 3600), 'hour'],
    [Math.floor((whole % 3600) / 60), 'minute'],
    [whole % 60, 'second'],
  ];
  const first = Math.max(0, parts.findIndex(([amount]) => amount > 0));
  const shown = whole === 0 ? parts.slice(2) : parts.slice(first, first + 2).filter(([amount]) => amount > 0);
  return shown.map(([amount, unit]) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount)).join(' ');
}
