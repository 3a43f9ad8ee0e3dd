import {useInput} from 'ink';
import {type ReactNode, useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore} from 'react';
import {begin} from '../../repair/advance.ts';
import {pressed} from '../keyboard.ts';
import {type Layout, layOut} from '../layout.ts';
import {Frame} from '../parts/frame.tsx';
import {helpView} from '../parts/help-view.ts';
import {PASTE_OFF, PASTE_ON} from '../parts/input-filter.ts';
import type {Marks} from '../parts/marks.ts';
import {erase, type Field, insert, moveCaret, NO_TEXT} from '../parts/text-field.ts';
import {type Sized, useWindowSize} from '../parts/use-window-size.ts';
import type {PasteStream} from '../paste-stream.ts';
import {type Context, FRESH, type Shown} from '../screen.ts';
import type {OnboardDriver} from './onboard-driver.ts';
import {type OnboardKey, onboardKeys, screenOf} from './onboard-keys.ts';
import {isAsked, needAt, onboardView} from './onboard-view.ts';

const TICK_MS = 120;
const WIDEST = 100;

interface OnboardAppProps {
  readonly driver: OnboardDriver;
  readonly stdout: Sized & {write(text: string): unknown};
  readonly marks: Marks;
  readonly isWords: boolean;
  readonly now: () => number;
  readonly pastes: PasteStream['subscribe'];
}

/** What only the screen knows; a new screen begins anew. */
interface Hands {
  readonly where: string;
  readonly field: Field;
  readonly isShown: boolean;
  readonly scroll: number;
  readonly notice: string | null;
  readonly isHelp: boolean;
  readonly sinceMs: number;
}

/** The walk through a project's servers on the screen. */
export const OnboardApp = ({driver, stdout, marks, isWords, now, pastes}: OnboardAppProps): ReactNode => {
  useSyncExternalStore(driver.subscribe, driver.state);
  const size = useWindowSize(stdout);
  const [tick, redraw] = useReducer((times: number) => times + 1, 0);
  const hands = useRef<Hands | null>(null);
  const {stage} = driver.state();
  const isBusy = ['loading', 'changing', 'proving', 'finishing'].includes(stage.at);
  useEffect(() => {
    if (!isBusy || isWords) return undefined;
    const timer = setInterval(redraw, TICK_MS);
    return () => clearInterval(timer);
  }, [isBusy, isWords]);

  const held = (): Hands => {
    const where = screenOf(driver.state().stage);
    if (hands.current?.where !== where)
      hands.current = {where, field: NO_TEXT, isShown: false, scroll: 0, notice: null, isHelp: false, sinceMs: now()};
    return hands.current;
  };
  const put = (news: Partial<Hands>): void => {
    hands.current = {...held(), ...news};
    redraw();
  };

  const look = (): {readonly layout: Layout; readonly keys: readonly OnboardKey[]; readonly isTyping: boolean} => {
    const state = driver.state();
    const {field, isShown, scroll, notice, isHelp, sinceMs} = held();
    const width = Math.max(8, Math.min(WIDEST, size.columns - 2));
    const elapsedMs = Math.max(0, now() - sinceMs);
    const keys = onboardKeys(state);
    const isTyping = state.stage.at === 'need' && isAsked(needAt(state));
    const view = onboardView({state, width, marks, field, isShown, tick, elapsedMs});
    // The frame is the repair's; of its state it draws the notice alone.
    const context: Context = {
      state: {...begin().state, notice: notice ?? state.notice},
      ui: {...FRESH, scroll},
      width,
      marks,
      isWords,
      tick,
      elapsedMs,
    };
    const shown: Shown = {
      name: view.title,
      view,
      keys: keys.map(({key, label}) => ({key, label, does: () => null})),
      fields: isTyping ? ['value'] : [],
      startText: () => '',
      isMultiline: false,
    };
    return {
      layout: layOut(isHelp ? helpView(shown, context) : view, isHelp ? null : shown, context, size.rows),
      keys,
      isTyping,
    };
  };

  const type = (text: string): void => {
    const clean = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '');
    put({field: insert(held().field, clean), notice: null});
  };

  useInput((input, key) => {
    if (key.ctrl && input === 'c') return driver.send({type: 'interrupt'});
    const press = pressed(input, key);
    if (press === null) return;
    const {layout, keys, isTyping} = look();
    const {field, isHelp, isShown} = held();
    const name = 'key' in press ? press.key : isTyping ? null : press.text;
    const scrolled = {
      up: -1,
      down: 1,
      'page-up': 2 - layout.height,
      'page-down': layout.height - 2,
      home: -1e6,
      end: 1e6,
    };
    const by = Object.entries(scrolled).find(([one]) => one === name)?.[1];
    if (by !== undefined) return put({scroll: Math.max(0, Math.min(100_000, layout.offset + by))});
    if (isHelp) return put({isHelp: false, scroll: 0});
    const found = keys.find((one) => one.key === name);
    if (found !== undefined) {
      const action = found.does({value: field.text, isAtEnd: layout.isAtEnd});
      if ('send' in action) return driver.send(action.send);
      return put('say' in action ? {notice: action.say} : {isShown: !isShown});
    }
    if (!isTyping) return name === '?' ? put({isHelp: true, scroll: 0}) : undefined;
    if ('text' in press) return type(press.text);
    if (name === 'backspace') return put({field: erase(field), notice: null});
    if (name === 'left' || name === 'right') return put({field: moveCaret(field, name === 'left' ? -1 : 1)});
  });

  const onPaste = useRef<(text: string) => void>(() => undefined);
  onPaste.current = (text) => {
    if (look().isTyping) type(text.replace(/\n+$/, ''));
  };
  useEffect(() => pastes((text) => onPaste.current(text)), [pastes]);

  useLayoutEffect(() => {
    stdout.write(PASTE_ON);
    return () => {
      stdout.write(PASTE_OFF);
    };
  }, [stdout]);

  return <Frame lines={look().layout.lines} />;
};
