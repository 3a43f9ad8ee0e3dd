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
    message: error instanceof Error ? clean(error.message) : clean(String(error)),
    syscall: word('syscall'),
    address: word('address') ?? word('hostname'),
    port: typeof port === 'number' ? port : null,
  };
};
