import {Buffer} from 'node:buffer';
import {render} from 'ink';
import type {Ports} from '../repair/ports.ts';
import type {State} from '../repair/state.ts';
import {App} from './app.tsx';
import {createDriver} from './driver.ts';
import {PASTE_OFF} from './parts/input-filter.ts';
import {ASCII, UNICODE, WORDS} from './parts/marks.ts';
import {withoutHeight} from './parts/without-height.ts';
import {createPasteStream} from './paste-stream.ts';

export interface WizardOptions {
  /** Must be a terminal: the caller checks, and names another command where it is not. */
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Plain sentences, no pictures. */
  readonly screenReader: boolean;
  /** Signs of plain ASCII, for a console that has no others (`TERM=linux`, an old Windows console). */
  readonly ascii: boolean;
  /** Aborted by a signal from outside: ends as Ctrl-C does. */
  readonly signal: AbortSignal;
  /** A repair that was saved before. */
  readonly resumed?: State;
  /** Called with each new state, for saving it. */
  readonly onState?: (state: State) => void;
}

/**
 * The wizard on a terminal, until the person leaves.
 * @returns the exit code: 0, or 130 when it was interrupted
 * @throws a fault of our own; the terminal is as it was
 */
export const runWizard = async (ports: Ports, options: WizardOptions): Promise<number> => {
  const {stdin, stdout, stderr, screenReader, ascii, signal, resumed, onState} = options;
  let end: (code: number) => void = () => undefined;
  let crash: (error: unknown) => void = () => undefined;
  const ended = new Promise<number>((resolve, reject) => {
    end = resolve;
    crash = reject;
  });
  const driver = createDriver(ports, {
    // OSC 52: the terminal itself puts it on the clipboard, also through ssh.
    copy: (text) => void stdout.write(`\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`),
    onEnd: (code) => end(code),
    onCrash: (error) => crash(error),
    ...(resumed === undefined ? {} : {resumed}),
  });
  const pasteStream = createPasteStream(stdin);
  const stop = (): void => driver.send({type: 'interrupt'});
  const unsubscribe = driver.subscribe(() => onState?.(driver.state()));
  const ink = render(
    <App
      driver={driver}
      stdout={stdout}
      marks={screenReader ? WORDS : ascii ? ASCII : UNICODE}
      isWords={screenReader}
      now={ports.now}
      pastes={pasteStream.subscribe}
    />,
    {
      stdin: pasteStream.stdin,
      stdout: withoutHeight(stdout),
      stderr,
      exitOnCtrlC: false,
      // Ink 6.8's incremental drawing begins one line too low when the frame ends in a line end: it leaves old lines behind.
      incrementalRendering: false,
      maxFps: 15,
      isScreenReaderEnabled: screenReader,
    },
  );
  signal.addEventListener('abort', stop);
  stdin.once('end', stop);
  if (signal.aborted) stop();
  try {
    const code = await Promise.race([ended, ink.waitUntilExit().then(() => 130)]);
    return code;
  } finally {
    signal.removeEventListener('abort', stop);
    stdin.removeListener('end', stop);
    unsubscribe();
    ink.unmount();
    stdout.write(PASTE_OFF);
  }
};
