import {Buffer} from 'node:buffer';
import type {Ports} from '../repair/ports.ts';
import type {State} from '../repair/state.ts';
import {App} from './app.tsx';
import {createDriver, type Driver} from './driver.ts';
import {NOTHING_HELD} from './hold.ts';
import type {JobControl} from './job-control.ts';
import {mount} from './mount.ts';
import {ASCII, UNICODE, WORDS} from './parts/marks.ts';
import {createPasteStream} from './paste-stream.ts';
import {untilLeft} from './until-left.ts';

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
  /** Null where programs cannot be stopped and taken up again. */
  readonly jobs: JobControl | null;
  /** Called with each new state, for saving it. */
  readonly onState?: (state: State) => void;
}

/**
 * The wizard on a terminal, until the person leaves.
 * @returns the exit code: 0, or 130 when it was interrupted
 * @throws a fault of our own; the terminal is as it was
 */
export const runWizard = async (ports: Ports, options: WizardOptions): Promise<number> => {
  const {stdin, stdout, stderr, screenReader, ascii, signal, jobs, onState} = options;
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
  });
  await firstAnswer(driver);
  const pasteStream = createPasteStream(stdin);
  const stop = (): void => driver.send({type: 'interrupt'});
  const unsubscribe = driver.subscribe(() => onState?.(driver.state()));
  const hands = {current: NOTHING_HELD};
  const screen = mount(
    (suspend) => (
      <App
        driver={driver}
        stdout={stdout}
        marks={screenReader ? WORDS : ascii ? ASCII : UNICODE}
        isWords={screenReader}
        now={ports.now}
        pastes={pasteStream.subscribe}
        hands={hands}
        suspend={suspend}
      />
    ),
    {pasteStream, stdin, stdout, stderr, screenReader, jobs, onContinue: driver.lookAgain},
  );
  try {
    return await untilLeft(ended, screen, {stdin, signal, stop});
  } finally {
    unsubscribe();
  }
};

/** The list is often there sooner than this; a first frame without it would hold the next one back for a 15th of a second. */
const SOON_MS = 40;

/** The first answer that the driver gets, where it comes soon. */
const firstAnswer = (driver: Driver): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(done, SOON_MS);
    const unsubscribe = driver.subscribe(done);
  });
