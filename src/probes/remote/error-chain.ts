import type {ErrorLink} from '../../model/evidence.ts';
import {printable} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';

const MAX_LINKS = 8;

/** The whole cause chain of an error, outermost first; the errors of an AggregateError follow it. Redacted and printable. */
export const errorChain = (error: unknown, redactor: Redactor): readonly ErrorLink[] => {
  const links: ErrorLink[] = [];
  const seen = new Set<unknown>();
  const walk = (at: unknown): void => {
    if (at === undefined || at === null || seen.has(at) || links.length >= MAX_LINKS) return;
    seen.add(at);
    links.push(linkOf(at, redactor));
    if (at instanceof AggregateError) for (const inner of at.errors) walk(inner);
    if (at instanceof Error) walk(at.cause);
  };
  walk(error);
  return links;
};

/** One error as a link of a chain, without its causes. */
export const linkOf = (error: unknown, redactor: Redactor): ErrorLink => {
  const clean = (text: string): string => printable(redactor.text(text));
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  const word = (name: string): string | null => {
    const value = field(name);
    return typeof value === 'string' ? clean(value) : null;
  };
  const port = field('port');
  return {
    name: word('name') ?? 'Error',
    code: word('code'),
    message: `${error instanceof Error ? clean(error.message) : clean(String(error))}${bytesInWords(field('rawPacket'))}`,
    syscall: word('syscall'),
    address: word('address') ?? word('hostname'),
    port: typeof port === 'number' ? port : null,
  };
};

/** Node keeps the bytes that its parser could not read. An HTTP/2 server speaks first, with SETTINGS (RFC 9113, 3.4). */
const bytesInWords = (bytes: unknown): string => {
  if (!Buffer.isBuffer(bytes) || bytes.length < 9) return '';
  const isSettings = bytes[3] === 4 && bytes.readUIntBE(0, 3) % 6 === 0 && bytes.readUInt32BE(5) === 0;
  return isSettings ? ' (the bytes are an HTTP/2 SETTINGS frame)' : '';
};
