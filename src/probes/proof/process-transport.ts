import type {Host} from '../../model/host.ts';
import {type RunningProcess, shutDown, startProcess} from '../process/index.ts';

export interface ProcessLine {
  readonly host: Host;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What both SDKs want of a transport, with either one's type of a message. */
interface ProcessTransport<Message> {
  readonly start: () => Promise<void>;
  readonly send: (message: Message) => Promise<void>;
  readonly close: () => Promise<void>;
  onclose?: (() => void) | undefined;
  onerror?: ((error: Error) => void) | undefined;
  onmessage?: ((message: Message) => void) | undefined;
}

/** The limit that the SDK's own transport has for what was not yet read. */
const MOST_BUFFER = 10 * 1024 * 1024;

/**
 * A server's process as a transport of an SDK: started and ended by our own process layer, so that its streams are always
 * drained and nothing of it survives. A line that is no message goes to `onerror`, as with the SDK's own transport.
 */
export const processTransport = <Message>(
  line: ProcessLine,
  readMessage: (text: string) => Message,
): ProcessTransport<Message> => {
  let running: RunningProcess | null = null;
  let rest: Buffer = Buffer.alloc(0);
  let isClosed = false;
  let ending: Promise<unknown> | null = null;
  const closed = (): void => {
    if (isClosed) return;
    isClosed = true;
    transport.onclose?.();
  };
  const hear = (chunk: Buffer): void => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const text = rest.subarray(0, end).toString('utf8').replace(/\r$/, '');
      rest = rest.subarray(end + 1);
      try {
        transport.onmessage?.(readMessage(text));
      } catch (error) {
        transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
      }
    }
    if (rest.length <= MOST_BUFFER) return;
    rest = Buffer.alloc(0);
    transport.onerror?.(new Error('one line of the server is longer than 10 MB'));
    void transport.close();
  };
  const transport: ProcessTransport<Message> = {
    start: async () => {
      running = startProcess({...line, onStdout: hear});
      const failure = await running.spawned;
      if (failure !== null) throw new Error(failure.message);
      void running.drained.then(closed);
    },
    send: async (message) => {
      if (running === null || running.exit() !== null) throw new Error('the server has ended');
      running.write(`${JSON.stringify(message)}\n`);
    },
    close: async () => {
      if (running !== null) ending ??= shutDown(line.host, running, {graceMs: 1000});
      await ending;
      closed();
    },
  };
  return transport;
};
