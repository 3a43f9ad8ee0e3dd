/** One event of a stream (text/event-stream): its type and its data. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
}

interface EventReader {
  readonly feed: (text: string) => void;
  readonly comments: () => number;
  /** Something stands in the buffer that no blank line has ended. */
  readonly isInside: () => boolean;
}

/** Reads server-sent events piece by piece (HTML standard, section 9.2): LF, CRLF or CR lines, comments counted. */
export const createEventReader = (onEvent: (event: StreamEvent) => void): EventReader => {
  let rest = '';
  let type = '';
  let data: string[] = [];
  let comments = 0;
  let isFirst = true;
  let endsInReturn = false;
  const endEvent = (): void => {
    if (data.length > 0) onEvent({type: type === '' ? 'message' : type, data: data.join('\n')});
    type = '';
    data = [];
  };
  const readLine = (line: string): void => {
    if (line === '') {
      endEvent();
      return;
    }
    if (line.startsWith(':')) {
      comments += 1;
      return;
    }
    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
  };
  return {
    feed: (text) => {
      rest += isFirst ? text.replace(/^\ufeff/, '') : text;
      if (text === '') return;
      isFirst = false;
      // Split only when a line ends: a line of megabytes that comes in crumbs must not be looked through at each.
      if (!endsInReturn && !/[\r\n]/.test(text)) return;
      endsInReturn = text.endsWith('\r');
      // A CR at the very end may be the half of a CRLF: it waits for the next piece.
      const ready = rest.endsWith('\r') ? rest.slice(0, -1) : rest;
      const lines = ready.split(/\r\n|\n|\r/);
      const last = lines.pop() ?? '';
      rest = last + rest.slice(ready.length);
      for (const line of lines) readLine(line);
    },
    comments: () => comments,
    isInside: () => data.length > 0 || rest.trim() !== '',
  };
};
