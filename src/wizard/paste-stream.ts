import {createInputFilter} from './parts/input-filter.ts';

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
  const read = (): string | null => {
    for (;;) {
      const chunk: unknown = stdin.read();
      if (chunk === null || chunk === undefined) return null;
      const keys = filter(String(chunk));
      if (keys !== '') return keys;
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
