import { useMemo } from 'react';
import { qrCode } from './qrCode';

const margin = 4;

/** A QR code to scan with a phone: always dark on light, whatever the theme, as cameras expect it. */
export function QrImage({ text, label, size = 200 }: { text: string; label: string; size?: number }) {
  const modules = useMemo(() => qrCode(text), [text]);
  const edge = modules.length + 2 * margin;
  const path = modules
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + margin} ${y + margin}h1v1h-1z` : '')))
    .join('');
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${edge} ${edge}`} shapeRendering="crispEdges">
      <rect width={edge} height={edge} rx={2} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
