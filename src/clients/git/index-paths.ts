/**
 * The paths in git's index file (gitformat-index(5), versions 2 to 4, SHA-1); null for any other form.
 * In version 4 each path is given by how much of the one before it is kept.
 */
export const pathsInIndex = (index: Buffer): ReadonlySet<string> | null => {
  if (index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC') return null;
  const version = index.readUInt32BE(4);
  const count = index.readUInt32BE(8);
  if (version < 2 || version > 4) return null;
  const found = new Set<string>();
  let at = 12;
  let before = '';
  for (let entry = 0; entry < count; entry += 1) {
    const start = at;
    if (start + 62 > index.length) return null;
    const flags = index.readUInt16BE(start + 60);
    at = start + 62 + (version >= 3 && (flags & 0x4000) !== 0 ? 2 : 0);
    let kept = '';
    if (version === 4) {
      const number = variableNumber(index, at);
      if (number === null || number.value > before.length) return null;
      kept = before.slice(0, before.length - number.value);
      at = number.end;
    }
    const end = index.indexOf(0, at);
    if (end === -1) return null;
    const path = kept + index.toString('latin1', at, end);
    found.add(Buffer.from(path, 'latin1').toString('utf8'));
    before = path;
    at = version === 4 ? end + 1 : start + (Math.floor((end - start) / 8) + 1) * 8;
  }
  return found;
};

/** Git's offset encoding: seven bits a byte, each further byte adds one. */
const variableNumber = (bytes: Buffer, start: number): {readonly value: number; readonly end: number} | null => {
  let at = start;
  let byte = bytes[at];
  if (byte === undefined) return null;
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    at += 1;
    byte = bytes[at];
    if (byte === undefined || value > 0xffffff) return null;
    value = ((value + 1) << 7) | (byte & 0x7f);
  }
  return {value, end: at + 1};
};
