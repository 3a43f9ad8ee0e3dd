import {sizeOf} from './use-window-size.ts';

/**
 * Ink clears the terminal, and the person's scrollback with it, when a frame is as tall as the terminal: also when that
 * shrank meanwhile. Our frames fit by themselves, so Ink is told of no height. A width of 0 (a pty without a size) is 80.
 */
export const withoutHeight = (stdout: NodeJS.WriteStream): NodeJS.WriteStream =>
  new Proxy(stdout, {
    get: (target, name): unknown => {
      if (name === 'rows') return 100_000;
      if (name === 'columns') return sizeOf(target).columns;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
