import {createInputFilter} from './parts/input-filter.ts';
import {splitKeys} from './parts/split-keys.ts';

/** The part of standard input that Ink reads from. */
export interface PasteStream {
  readonly stdin: NodeJS.ReadStream;
  /** Called with each whole paste. */
  readonly subscribe: (listener: (text: string) => void) => () => void;
}

/** Standard input without the pastes, which are told apart. */
export const createPasteStream = (stdin: NodeJS.ReadStream): PasteStream => {
  const listeners = new Set<(text: string) => void>();
  const filter = createInputFilter((text) => {
    for (const listener of listeners) listener(text);
  });
  const waiting: string[] = [];
  const read = (): string | null => {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) return next;
      const chunk: unknown = stdin.read();
      if (chunk === null || chunk === undefined) return null;
      waiting.push(...splitKeys(filter(String(chunk))));
    }
  };
  return {
    stdin: new Proxy(stdin, {
      get: (target, name): unknown => {
        if (name === 'read') return read;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
