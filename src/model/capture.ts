/** Text that came out of a process or a connection, kept in a bounded way. Redacted and printable already. */
export interface Capture {
  /** The first and the last part; equal to `head` alone when nothing was dropped. */
  readonly head: string;
  readonly tail: string;
  readonly bytes: number;
  readonly droppedBytes: number;
}

/** The whole text that was kept, with a mark where some was dropped. */
export const textOf = (capture: Capture): string =>
  capture.droppedBytes === 0
    ? capture.head + capture.tail
    : `${capture.head}\n… ${capture.droppedBytes} bytes dropped …\n${capture.tail}`;
