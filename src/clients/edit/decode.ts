/** A file's text, and how its bytes spell it. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be';
}

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

/** Text of a file's bytes; null where they are no text that can be written back byte for byte. */
export const decode = (bytes: Uint8Array): Decoded | null => {
  const [first, second, third] = bytes;
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && bytes.length > 1);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0 && bytes.length > 1);
  if (isLittle || isBig) {
    const text = strictly(isBig ? swapped(bytes) : bytes, 'utf-16le');
    return text === null ? null : {text: text.replace(/^\ufeff/, ''), encoding: isBig ? 'utf-16be' : 'utf-16le'};
  }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const text = strictly(hasMark ? bytes.subarray(3) : bytes, 'utf-8');
  return text === null ? null : {text, encoding: hasMark ? 'utf-8-bom' : 'utf-8'};
};

const swapped = (bytes: Uint8Array): Uint8Array => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

/** The bytes of an edited text, in the file's own spelling. Only UTF-8 is written. */
export const encode = (text: string, encoding: 'utf-8' | 'utf-8-bom'): Buffer =>
  Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
