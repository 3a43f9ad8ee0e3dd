import type {Key} from 'ink';
import type {KeyName} from './screen.ts';

/** A key by its name, typed text, or nothing that we know. */
export type Pressed = {readonly key: KeyName} | {readonly text: string} | null;

/**
 * What was pressed. Esc reports `meta` too, and Backspace arrives as `delete` (Ink 6.8); mouse and focus reports leak as
 * text like '[<0;10;5M', and are dropped. More than one letter at once is typed text, never a key.
 */
export const pressed = (input: string, key: Key): Pressed => {
  if (key.escape) return {key: 'escape'};
  if (key.return && input.length <= 1) return {key: 'enter'};
  if (key.tab) return {key: 'tab'};
  if (key.upArrow) return {key: 'up'};
  if (key.downArrow) return {key: 'down'};
  if (key.leftArrow) return {key: 'left'};
  if (key.rightArrow) return {key: 'right'};
  if (key.pageUp) return {key: 'page-up'};
  if (key.pageDown) return {key: 'page-down'};
  if (key.home) return {key: 'home'};
  if (key.end) return {key: 'end'};
  if (key.backspace || key.delete) return {key: 'backspace'};
  if (key.ctrl) return input === '' ? null : {key: `ctrl-${input}`};
  if (input === '' || key.meta || /^\[[\d;:<>?]*[A-Za-z~]$/.test(input)) return null;
  return {text: input};
};
