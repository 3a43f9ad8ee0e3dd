import {useInput} from 'ink';
import {type ReactNode, useEffect, useLayoutEffect, useReducer, useRef, useSyncExternalStore} from 'react';
import {pressed} from '../keyboard.ts';
import {Frame} from '../parts/frame.tsx';
import {PASTE_OFF, PASTE_ON} from '../parts/input-filter.ts';
import type {Marks} from '../parts/marks.ts';
import {edited, insert} from '../parts/text-field.ts';
import {type Sized, useWindowSize} from '../parts/use-window-size.ts';
import type {PasteStream} from '../paste-stream.ts';
import type {OnboardDriver} from './onboard-driver.ts';
import {screenOf} from './onboard-keys.ts';
import {freshHands, type Hands, type OnboardSeen, onboardLook} from './onboard-look.ts';

const TICK_MS = 120;

interface OnboardAppProps {
  readonly driver: OnboardDriver;
  readonly stdout: Sized & {write(text: string): unknown};
  readonly marks: Marks;
  readonly isWords: boolean;
  readonly now: () => number;
  readonly pastes: PasteStream['subscribe'];
  /** Outlives the screen, which is laid down while the program is stopped. */
  readonly hands: {current: Hands | null};
  readonly suspend: () => void;
}

/** The walk through a project's servers on the screen. */
export const OnboardApp = ({
  driver,
  stdout,
  marks,
  isWords,
  now,
  pastes,
  hands,
  suspend,
}: OnboardAppProps): ReactNode => {
  useSyncExternalStore(driver.subscribe, driver.state);
  const size = useWindowSize(stdout);
  const [tick, redraw] = useReducer((times: number) => times + 1, 0);
  const {stage} = driver.state();
  const isBusy = ['loading', 'changing', 'proving', 'finishing'].includes(stage.at);
  useEffect(() => {
    if (!isBusy || isWords) return undefined;
    const timer = setInterval(redraw, TICK_MS);
    return () => clearInterval(timer);
  }, [isBusy, isWords]);

  const held = (): Hands => {
    const where = screenOf(driver.state().stage);
    if (hands.current?.where !== where) hands.current = freshHands(where, now());
    return hands.current;
  };
  const put = (news: Partial<Hands>): void => {
    hands.current = {...held(), ...news};
    redraw();
  };

  const look = (): OnboardSeen =>
    onboardLook(held(), {state: driver.state(), size, marks, isWords, tick, nowMs: now()});

  const type = (text: string): void => {
    const clean = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '');
    put({field: insert(held().field, clean), notice: null});
  };

  useInput((input, key) => {
    if (key.ctrl && input === 'c') return driver.send({type: 'interrupt'});
    if (key.ctrl && input === 'z') return suspend();
    const press = pressed(input, key);
    if (press === null) return;
    const {layout, keys, isTyping} = look();
    const {field, aside, isShown} = held();
    const name = 'key' in press ? press.key : isTyping ? null : press.text;
    const isLetter = (letter: string): boolean => 'text' in press && press.text === letter;
    const scrolled = {
      up: -1,
      down: 1,
      'page-up': 2 - layout.height,
      'page-down': layout.height - 2,
      home: -1e6,
      end: 1e6,
    };
    const by = Object.entries(scrolled).find(([one]) => one === name)?.[1];
    const isOfLine = isTyping && aside === null && (name === 'home' || name === 'end');
    if (by !== undefined && !isOfLine) return put({scroll: Math.max(0, Math.min(100_000, layout.offset + by))});
    if (aside !== null) {
      put({aside: aside === 'help' && isLetter('e') ? 'words' : null, scroll: 0});
      // A text can begin with the sign that opened the help.
      if (isTyping && isLetter('?')) type('?');
      return;
    }
    const found = keys.find((one) => one.key === name);
    if (found !== undefined) {
      const action = found.does({value: field.text, isAtEnd: layout.isAtEnd});
      if ('send' in action) return driver.send(action.send);
      return put('say' in action ? {notice: action.say} : {isShown: !isShown});
    }
    if (isLetter('?') && (!isTyping || field.text === '')) return put({aside: 'help', scroll: 0});
    if (!isTyping) return name === 'e' ? put({aside: 'words', scroll: 0}) : undefined;
    if ('text' in press) return type(press.text);
    const next = name === null ? null : edited(field, name);
    if (next !== null) put({field: next, notice: null});
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
