import type {FileEvidence} from '../../model/evidence.ts';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: FileEvidence['encoding'];
}

/**
 * The text of a file. A byte order mark is taken off and told by `encoding`; UTF-16 is known by its mark, or by the zero
 * bytes that every second byte of an ASCII text becomes. Never throws: bytes that are no UTF-8 become U+FFFD.
 */
export const decodeText = (bytes: Buffer): DecodedText => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return {text: bytes.subarray(3).toString('utf8'), encoding: 'utf-8-bom'};
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return {text: bytes.subarray(2).toString('utf16le'), encoding: 'utf-16le'};
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return {text: fromBigEndian(bytes.subarray(2)), encoding: 'utf-16be'};
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0)
      return {text: bytes.toString('utf16le'), encoding: 'utf-16le'};
    if (bytes[0] === 0 && bytes[1] !== 0 && bytes[2] === 0 && bytes[3] !== 0)
      return {text: fromBigEndian(bytes), encoding: 'utf-16be'};
  }
  const text = bytes.toString('utf8');
  return {text, encoding: Buffer.from(text, 'utf8').equals(bytes) ? 'utf-8' : 'unknown'};
};

const fromBigEndian = (bytes: Buffer): string =>
  Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
    .swap16()
    .toString('utf16le');
