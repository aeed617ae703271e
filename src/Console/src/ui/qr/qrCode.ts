/**
 * QR codes (ISO 18004): bytes only, error correction M, versions 1 to 20, which holds 666 bytes: more than an address of ours needs.
 * A row is an array of modules; true is dark.
 */
export type Modules = boolean[][];

/** Per version: error correction bytes in each block, and the blocks as [count, data bytes] (table 9, level M). */
const blocks: [number, ...[number, number][]][] = [
  [10, [1, 16]],
  [16, [1, 28]],
  [26, [1, 44]],
  [18, [2, 32]],
  [24, [2, 43]],
  [16, [4, 27]],
  [18, [4, 31]],
  [22, [2, 38], [2, 39]],
  [22, [3, 36], [2, 37]],
  [26, [4, 43], [1, 44]],
  [30, [1, 50], [4, 51]],
  [22, [6, 36], [2, 37]],
  [22, [8, 37], [1, 38]],
  [24, [4, 40], [5, 41]],
  [24, [5, 41], [5, 42]],
  [28, [7, 45], [3, 46]],
  [28, [10, 46], [1, 47]],
  [26, [9, 43], [4, 44]],
  [26, [3, 44], [11, 45]],
  [26, [3, 41], [13, 42]],
];

const masks: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

export function qrCode(text: string): Modules {
  const bytes = [...new TextEncoder().encode(text)];
  const version = 1 + blocks.findIndex(([, ...groups], index) => bytes.length + (index < 9 ? 2 : 3) <= dataBytes(groups));
  if (version === 0) {
    throw new Error('This is too long for a QR code.');
  }

  const bits = interleave(version, encode(version, bytes));
  const drawn = masks.map((_, mask) => draw(version, bits, mask));
  return drawn.reduce((best, next) => (penalty(next) < penalty(best) ? next : best));
}

const dataBytes = (groups: [number, number][]) => groups.reduce((sum, [count, length]) => sum + count * length, 0);

/** Mode, length, the bytes, and padding to the version's room. */
function encode(version: number, bytes: number[]): number[] {
  const [, ...groups] = blocks[version - 1]!;
  const room = dataBytes(groups);
  const length = version < 10 ? [bytes.length] : [bytes.length >> 8, bytes.length & 255];
  // The mode is half a byte, so everything behind it stands half a byte later.
  const nibbles = [4, ...[...length, ...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data: number[] = [];
  for (let i = 0; i < nibbles.length; i += 2) {
    data.push((nibbles[i]! << 4) | (nibbles[i + 1] ?? 0));
  }
  for (let i = 0; data.length < room; i++) {
    data.push(i % 2 === 0 ? 0xec : 0x11);
  }
  return data;
}

function interleave(version: number, data: number[]): boolean[] {
  const [correction, ...groups] = blocks[version - 1]!;
  const lengths = groups.flatMap(([count, length]) => Array<number>(count).fill(length));
  let start = 0;
  const parts = lengths.map((length) => data.slice(start, (start += length)));
  const checks = parts.map((part) => remainder(part, correction));
  const bytes: number[] = [];
  for (let i = 0; i < Math.max(...lengths); i++) {
    bytes.push(...parts.flatMap((part) => part[i] ?? []));
  }
  for (let i = 0; i < correction; i++) {
    bytes.push(...checks.map((check) => check[i]!));
  }
  return bytes.flatMap((byte) => [7, 6, 5, 4, 3, 2, 1, 0].map((bit) => ((byte >> bit) & 1) === 1));
}

/** Multiplies in the field of 256 elements that QR codes count in. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** The Reed-Solomon bytes of a block. */
function remainder(data: number[], length: number): number[] {
  let generator = [1];
  for (let i = 0, root = 1; i < length; i++, root = multiply(root, 2)) {
    generator = [...generator, 0].map((value, at) => value ^ multiply(generator[at - 1] ?? 0, root));
  }
  const rest = [...data, ...Array<number>(length).fill(0)];
  for (let i = 0; i < data.length; i++) {
    const factor = rest[i]!;
    generator.forEach((value, at) => (rest[i + at]! ^= multiply(value, factor)));
  }
  return rest.slice(data.length);
}

function draw(version: number, bits: boolean[], mask: number): Modules {
  const size = version * 4 + 17;
  const cells = Array.from({ length: size }, () => Array<boolean | undefined>(size).fill(undefined));
  const set = (row: number, column: number, dark: boolean) => {
    if (row >= 0 && row < size && column >= 0 && column < size) {
      cells[row]![column] = dark;
    }
  };

  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]] as const) {
    square(set, row, column, 4, (distance) => distance !== 2 && distance !== 4);
  }
  for (let i = 8; i < size - 8; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  const places = alignment(version, size);
  const last = places.length - 1;
  places.forEach((row, r) =>
    places.forEach((column, c) => {
      const isFinder = (r === 0 && c === 0) || (r === 0 && c === last) || (r === last && c === 0);
      if (!isFinder) {
        square(set, row, column, 2, (distance) => distance !== 1);
      }
    }),
  );
  markFormat(set, size, mask);
  if (version >= 7) {
    markVersion(set, size, version);
  }

  fill(cells, bits, masks[mask]!);
  return cells as Modules;
}

type Put = (row: number, column: number, dark: boolean) => void;

function square(set: Put, row: number, column: number, radius: number, isDark: (distance: number) => boolean) {
  for (let dr = -radius; dr <= radius; dr++) {
    for (let dc = -radius; dc <= radius; dc++) {
      set(row + dr, column + dc, isDark(Math.max(Math.abs(dr), Math.abs(dc))));
    }
  }
}

function alignment(version: number, size: number): number[] {
  if (version === 1) {
    return [];
  }
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - (count - 2 - i) * step)];
}

const check = (value: number, length: number, generator: number) => {
  let rest = value << length;
  for (let bit = 31 - Math.clz32(rest); bit >= length; bit = 31 - Math.clz32(rest)) {
    rest ^= generator << (bit - length);
  }
  return (value << length) | rest;
};

/** Level M is 00, so the mask is all there is to say. */
function markFormat(set: Put, size: number, mask: number) {
  const bits = check(mask, 10, 0x537) ^ 0x5412;
  const bit = (i: number) => ((bits >> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    set(i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8, bit(i));
    set(8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i, bit(i));
  }
  set(size - 8, 8, true);
}

function markVersion(set: Put, size: number, version: number) {
  const bits = check(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const [near, far] = [Math.floor(i / 3), size - 11 + (i % 3)];
    set(near, far, ((bits >> i) & 1) === 1);
    set(far, near, ((bits >> i) & 1) === 1);
  }
}

/** Two columns at a time, up and down, from the right. */
function fill(cells: (boolean | undefined)[][], bits: boolean[], isFlipped: (row: number, column: number) => boolean) {
  const size = cells.length;
  let next = 0;
  let isUp = true;
  for (let right = size - 1; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) {
      right--; // the column of the timing pattern
    }
    for (let i = 0; i < size; i++) {
      const row = isUp ? size - 1 - i : i;
      for (const column of [right, right - 1]) {
        if (cells[row]![column] === undefined) {
          cells[row]![column] = (bits[next++] ?? false) !== isFlipped(row, column);
        }
      }
    }
  }
}

/** How hard a code is to read; the mask with the least is taken. */
function penalty(modules: Modules): number {
  const size = modules.length;
  const columns = modules.map((_, c) => modules.map((row) => row[c]!));
  let points = 0;
  for (const line of [...modules, ...columns]) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('');
    points += [...text.matchAll(/1{5,}|0{5,}/g)].reduce((sum, [run]) => sum + run.length - 2, 0);
    points += 40 * ([...text.matchAll(/(?=10111010000)/g)].length + [...text.matchAll(/(?=00001011101)/g)].length);
  }
  let dark = 0;
  modules.forEach((row, r) =>
    row.forEach((module, c) => {
      dark += module ? 1 : 0;
      const isBlock = module === row[c + 1] && module === modules[r + 1]?.[c] && module === modules[r + 1]?.[c + 1];
      points += isBlock ? 3 : 0;
    }),
  );
  return points + 10 * Math.floor(Math.abs((dark * 100) / (size * size) - 50) / 5);
}
