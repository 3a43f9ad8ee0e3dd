import {useInput} from 'ink';
import {type ReactNode, useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore} from 'react';
import type {PersonEvent} from '../repair/event.ts';
import type {State} from '../repair/state.ts';
import type {Driver} from './driver.ts';
import {catchUp, keptForLater} from './early-hands.ts';
import {type Moved, onKey, onPaste} from './hands.ts';
import {type Held, look, type Seen} from './hold.ts';
import {pressed} from './keyboard.ts';
import {Frame} from './parts/frame.tsx';
import {PASTE_OFF, PASTE_ON} from './parts/input-filter.ts';
import type {Marks} from './parts/marks.ts';
import {type Sized, useWindowSize} from './parts/use-window-size.ts';
import type {PasteStream} from './paste-stream.ts';

const TICK_MS = 120;

interface AppProps {
  readonly driver: Driver;
  readonly stdout: Sized & {write(text: string): unknown};
  readonly marks: Marks;
  readonly isWords: boolean;
  readonly now: () => number;
  /** Tells of each whole paste. */
  readonly pastes: PasteStream['subscribe'];
  /** Outlives the screen, which is laid down while the program is stopped. */
  readonly hands: {current: Held};
  readonly suspend: () => void;
}

/** The whole wizard on the screen: draws what `look` says, and hands each key to `onKey`. */
export const App = ({driver, stdout, marks, isWords, now, pastes, hands: held, suspend}: AppProps): ReactNode => {
  const state = useSyncExternalStore(driver.subscribe, driver.state);
  const size = useWindowSize(stdout);
  const tick = useTick(!isWords && isBusy(state));
  const [, redraw] = useReducer((times: number) => times + 1, 0);

  // Always from the newest state: several keys can arrive before the next drawing.
  const lookNow = (): Seen => {
    const seen = look(held.current, {state: driver.state(), size, marks, isWords, tick, nowMs: now()});
    held.current = seen.held;
    return seen;
  };
  const take = ({held: next, events}: Moved): void => {
    held.current = next;
    for (const event of events satisfies readonly PersonEvent[]) driver.send(event);
    redraw();
  };

  useInput((input, key) => {
    if (key.ctrl && input === 'c') return driver.send({type: 'interrupt'});
    if (key.ctrl && input === 'z') return suspend();
    const press = pressed(input, key);
    const seen = lookNow();
    const later = press === null ? null : keptForLater(seen, {press});
    take(later === null ? onKey(seen, press) : {held: later, events: []});
  });

  // The newest hands, for a listener that stays the same.
  const onText = useRef<(text: string) => void>(() => undefined);
  onText.current = (text) => {
    const seen = lookNow();
    const later = keptForLater(seen, {paste: text});
    take(later === null ? onPaste(seen, text) : {held: later, events: []});
  };
  useEffect(() => pastes((text) => onText.current(text)), [pastes]);

  useLayoutEffect(() => {
    if (state.stage.at !== 'loading' && held.current.early.length > 0) catchUp(lookNow, take);
  });

  useLayoutEffect(() => {
    stdout.write(PASTE_ON);
    return () => {
      stdout.write(PASTE_OFF);
    };
  }, [stdout]);

  return <Frame lines={lookNow().layout.lines} />;
};

/** Something is under way: spinner and elapsed time move. */
const isBusy = (state: State): boolean =>
  state.stage.at !== 'ended' && ('attempt' in state.stage || state.rows.some((row) => row.status === 'checking'));

const useTick = (isOn: boolean): number => {
  const [tick, count] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setInterval(count, TICK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return tick;
};
