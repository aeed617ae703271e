const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789';
const wordsLength = 28;
const keyBytes = 32;

/** Letters and digits that every platform takes, or a key in the form of Standard Webhooks. */
export function inventSecret(kind: 'words' | 'key'): string {
  const bytes = crypto.getRandomValues(new Uint8Array(kind === 'key' ? keyBytes : wordsLength));
  return kind === 'key'
    ? `whsec_${btoa(String.fromCharCode(...bytes))}`
    : [...bytes].map((byte) => letters[byte % letters.length]).join('');
}
