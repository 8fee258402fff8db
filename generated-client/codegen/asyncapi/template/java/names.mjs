/** `subscribeSnapshots` → `SubscribeSnapshots`. */
export function capital(name) {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `KLineSeries` → `kLineSeries`, which begins a method. */
export function lower(name) {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `historyKLines` → `HISTORY_KLINES`, `kLines` → `KLINES`. */
export function constant(name) {
  return name
    .replace(/(?<!^)([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** The part after the verb: `subscribeSnapshots` → `Snapshots`; the whole name if it is one word. */
export function noun(name) {
  const rest = name.replace(/^[a-z0-9]+/, '');
  return rest || capital(name);
}

/**
 * The value that JsonCursor.nextName() returns for a name. Up to 4 bytes identify it; of a longer name, the value has only
 * length, first, middle and last byte, so that the whole name must be compared, too.
 */
export function nameKey(name) {
  const bytes = Buffer.from(name, 'utf8');
  if (bytes.length >= 1 && bytes.length <= 4 && bytes[0] !== 0) {
    const packed = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    return { exact: packed < 0x80000000, literal: hex(packed) };
  }
  const middle = bytes[Math.floor(bytes.length / 2)];
  const packed = 0x80000000 + (bytes.length % 128) * 0x1000000 + bytes[0] * 0x10000 + middle * 0x100 + bytes.at(-1);
  return { exact: false, literal: hex(packed) };
}

function hex(value) {
  return `0x${value.toString(16).toUpperCase().padStart(2, '0')}`;
}
