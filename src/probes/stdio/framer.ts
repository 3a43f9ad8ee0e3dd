import {isMessageLike, type Piece, parse, readLine} from './framing.ts';

/** Cuts standard output into lines and lines into messages, noise and oddities. */
export interface Framer {
  readonly push: (chunk: Buffer) => void;
  /** Nothing more will come, or nothing more is waited for: what is left over is looked at as it stands. */
  readonly end: () => void;
  /** A whole message that stands there since the last look, without a line end, is not waited for any longer. */
  readonly peek: () => void;
}

/** The longest message that is read: more than any sane list of tools. */
const MAX_LINE = 8 * 1024 * 1024;
const MAX_JOINED = 400;

export const createFramer = (onPiece: (piece: Piece) => void): Framer => {
  let rest: Buffer[] = [];
  let restBytes = 0;
  let isSkipping = false;
  /** Bytes still to come of a body that a Content-Length header announced. */
  let body: {readonly length: number; readonly isOpen: boolean} | null = null;
  let joined: string[] = [];

  const takeLine = (line: Buffer): void => {
    // A flood of plain words is counted without being read: no bracket, so no message, no part of one.
    if (body === null && joined.length === 0 && isPlain(line)) {
      onPiece({kind: 'noise', text: line.toString('utf8', 0, 8192).replace(/\r$/, '')});
      return;
    }
    const text = line.toString('utf8').replace(/\r$/, '');
    const header = /^\s*Content-Length:\s*(\d+)\s*$/i.exec(text);
    if (header !== null) {
      flushJoined();
      body = {length: Number(header[1]), isOpen: false};
      return;
    }
    if (body !== null && !body.isOpen) {
      if (text.trim() === '') body = {...body, isOpen: true};
      return;
    }
    if (joined.length > 0) {
      joinLine(text);
      return;
    }
    for (const piece of readLine(line)) {
      if (piece.kind === 'noise' && /^\s*[{[]\s*("[^"]*"\s*:\s*.*)?,?\s*$/.test(piece.text) && isOpening(piece.text)) {
        joined = [text];
      } else onPiece(piece);
    }
  };

  const joinLine = (text: string): void => {
    // A whole message of its own shows that the open bracket before it was no beginning.
    const own = parse(text);
    if (own !== undefined && isMessageLike(own)) {
      flushJoined();
      onPiece({kind: 'message', value: own, text, glued: null});
      return;
    }
    joined.push(text);
    const sample = joined.join('\n');
    const value = /[}\]]\s*$/.test(text) ? parse(sample) : undefined;
    if (value !== undefined) {
      joined = [];
      onPiece(
        isMessageLike(value) ? {kind: 'odd', oddity: 'several-lines', sample, value} : {kind: 'noise', text: sample},
      );
    } else if (joined.length > MAX_JOINED) flushJoined();
  };

  const flushJoined = (): void => {
    const lines = joined;
    joined = [];
    for (const text of lines) if (text.trim() !== '') onPiece({kind: 'noise', text});
  };

  const push = (chunk: Buffer): void => {
    let from = 0;
    while (from < chunk.length) {
      if (body?.isOpen === true) {
        from += takeBody(chunk.subarray(from));
        continue;
      }
      const lineEnd = chunk.indexOf(0x0a, from);
      const part = chunk.subarray(from, lineEnd < 0 ? chunk.length : lineEnd);
      if (!isSkipping) {
        rest.push(part);
        restBytes += part.length;
      }
      if (restBytes > MAX_LINE) {
        onPiece({kind: 'noise', text: Buffer.concat(rest).subarray(0, 8192).toString('utf8')});
        rest = [];
        restBytes = 0;
        isSkipping = true;
      }
      if (lineEnd < 0) return;
      const line = rest.length === 1 ? part : Buffer.concat(rest);
      rest = [];
      restBytes = 0;
      if (!isSkipping) takeLine(line);
      isSkipping = false;
      from = lineEnd + 1;
    }
  };

  const takeBody = (bytes: Buffer): number => {
    const wanted = Math.min(body?.length ?? 0, MAX_LINE);
    const part = bytes.subarray(0, wanted - restBytes);
    rest.push(part);
    restBytes += part.length;
    if (restBytes < wanted) return part.length;
    const text = Buffer.concat(rest).toString('utf8');
    rest = [];
    restBytes = 0;
    body = null;
    onPiece({
      kind: 'odd',
      oddity: 'content-length',
      sample: `Content-Length: ${wanted}\n\n${text}`,
      value: parse(text) ?? null,
    });
    return part.length;
  };

  const end = (): void => {
    flushJoined();
    const left = Buffer.concat(rest);
    rest = [];
    restBytes = 0;
    if (body !== null) {
      onPiece({kind: 'odd', oddity: 'content-length', sample: `Content-Length: ${body.length}`, value: null});
      body = null;
      return;
    }
    if (left.toString('utf8').trim() === '') return;
    for (const piece of readLine(left)) {
      if (piece.kind === 'message')
        onPiece({kind: 'odd', oddity: 'no-newline', sample: piece.text, value: piece.value});
      else if (piece.kind === 'noise' && /^\s*\{\s*"(jsonrpc|id|result)"/.test(piece.text)) {
        onPiece({kind: 'odd', oddity: 'truncated-json', sample: piece.text, value: null});
      } else onPiece(piece);
    }
  };

  let lastPeek = 0;
  const peek = (): void => {
    const isSettled = restBytes > 0 && restBytes === lastPeek && body === null;
    lastPeek = restBytes;
    const value = isSettled ? parse(Buffer.concat(rest).toString('utf8')) : undefined;
    if (value !== undefined && isMessageLike(value)) end();
  };

  return {push, end, peek};
};

const isPlain = (line: Buffer): boolean =>
  line.length > 0 &&
  line.indexOf(0x7b) < 0 &&
  line.indexOf(0x5b) < 0 &&
  (line.length > 200 || !/^\s*(Content-Length:|$)/i.test(line.toString('latin1')));

/** More brackets open than close: a document that goes on in the next line. */
const isOpening = (text: string): boolean => {
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return (bare.match(/[{[]/g)?.length ?? 0) > (bare.match(/[}\]]/g)?.length ?? 0);
};
