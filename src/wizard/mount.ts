import {render} from 'ink';
import type {ReactElement} from 'react';
import type {JobControl} from './job-control.ts';
import {PASTE_OFF} from './parts/input-filter.ts';
import {withoutHeight} from './parts/without-height.ts';
import type {PasteStream} from './paste-stream.ts';

export interface MountOptions {
  readonly pasteStream: PasteStream;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly screenReader: boolean;
  /** Null where programs cannot be stopped. */
  readonly jobs: JobControl | null;
  /** After a stop; what was under way meanwhile may be out of date. */
  readonly onContinue: () => void;
}

export interface Mounted {
  /** Ink gave up by itself. */
  readonly gone: Promise<void>;
  readonly suspend: () => void;
  /** Gives the terminal back for good. */
  readonly close: () => void;
}

/** The time within which a stop takes hold; where nothing can stop us (no shell above), the screen comes back after it. */
const TAKES_HOLD_MS = 50;
const SHOW_CURSOR = '\u001b[?25h';

/**
 * Draws on the terminal. Ctrl-Z lays the screen down: the terminal is as the shell needs it while we are stopped, and the
 * same screen is drawn anew below when we go on. What the element knows has to live outside of it.
 */
export const mount = (make: (suspend: () => void) => ReactElement, options: MountOptions): Mounted => {
  const {stdin, stdout, stderr, jobs, pasteStream} = options;
  let isDown = false;
  let isClosed = false;
  let end: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => {
    end = resolve;
  });

  // After the key was handled: the screen that it belongs to goes away.
  const suspend = (): void => {
    if (jobs !== null) setImmediate(() => layDown(jobs));
  };

  const draw = () => {
    // Ink does this only after its first frame: an Enter on what is already to be read would come as another key.
    stdin.setRawMode(true);
    const made = render(make(suspend), {
      stdin: pasteStream.stdin,
      stdout: withoutHeight(stdout),
      stderr,
      exitOnCtrlC: false,
      // Ink 6.8's incremental drawing begins one line too low when the frame ends in a line end: it leaves old lines behind.
      incrementalRendering: false,
      maxFps: 15,
      isScreenReaderEnabled: options.screenReader,
    });
    void made.waitUntilExit().then(() => {
      if (made === ink && !isDown) end();
    }, end);
    return made;
  };

  const rest = (): void => {
    isDown = true;
    ink.unmount();
    stdout.write(PASTE_OFF + SHOW_CURSOR);
    stdin.setRawMode(false);
  };

  const layDown = (control: JobControl): void => {
    if (isDown || isClosed) return;
    rest();
    control.stop();
    setTimeout(goOn, TAKES_HOLD_MS);
  };

  const goOn = (): void => {
    if (!isDown || isClosed) return;
    isDown = false;
    ink = draw();
    options.onContinue();
  };

  const stopped = jobs?.onStop(suspend);
  const continued = jobs?.onContinue(() => {
    // Stopped without a word: the shell has set the terminal's modes for itself meanwhile.
    if (!isDown) rest();
    // Not in the same turn: standard input would not notice that it is listened to again.
    setImmediate(goOn);
  });
  let ink = draw();
  return {
    gone,
    suspend,
    close: () => {
      stopped?.();
      continued?.();
      isClosed = true;
      ink.unmount();
      stdout.write(PASTE_OFF);
    },
  };
};
