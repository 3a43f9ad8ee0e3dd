/** What a shell does with a program that is stopped for a while (Ctrl-Z, `fg`). Absent on Windows, which has no such thing. */
export interface JobControl {
  /** Stops this program and what was started with it, as the terminal's own Ctrl-Z does. Returns when it goes on. */
  readonly stop: () => void;
  /** Somebody asks from outside that we stop (`kill -TSTP`): the terminal has to be given back first. */
  readonly onStop: (listener: () => void) => () => void;
  /** We go on after a stop, also one that we were never asked about (`kill -STOP`). */
  readonly onContinue: (listener: () => void) => () => void;
}
