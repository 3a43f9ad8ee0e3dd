import {pastedText} from './text-field.ts';

/** Tells the terminal to mark what is pasted, and to stop doing so. */
export const PASTE_ON = '\u001b[?2004h';
export const PASTE_OFF = '\u001b[?2004l';

const BEGIN = '\u001b[200~';
const END = '\u001b[201~';
const CTRL_C = '\u0003';

/** Sequences that are no key: colours, mouse and focus reports. Ink 6.8 crashes on some (ESC[31m), shows others as text. */
const NO_KEY = /\u001b\[[<=>?\d;:]*[^\u0000-\u003fA-FHPQRSZ[~^$a-eu]/g;

/**
 * Takes pastes out of what the terminal sends. A paste can be cut anywhere, also inside its marks; what stands between the
 * marks is never a key, whatever it looks like.
 * @returns what is left of a piece of input: keys
 */
export const createInputFilter = (onPaste: (text: string) => void): ((chunk: string) => string) => {
  let held = '';
  let paste: string | null = null;
  return (chunk) => {
    let rest = held + chunk;
    let keys = '';
    held = '';
    // The end mark got lost: Ctrl-C is always heard.
    if (paste !== null && chunk === CTRL_C) {
      paste = null;
      return CTRL_C;
    }
    while (rest !== '') {
      const mark = paste === null ? BEGIN : END;
      const at = rest.indexOf(mark);
      const whole = at >= 0 ? rest.slice(0, at) : rest.slice(0, rest.length - partial(rest, mark));
      if (paste === null) keys += whole;
      else paste += whole;
      if (at < 0) {
        held = rest.slice(whole.length);
        break;
      }
      rest = rest.slice(at + mark.length);
      if (paste === null) paste = '';
      else {
        onPaste(pastedText(paste));
        paste = null;
      }
    }
    return keys.replace(NO_KEY, '');
  };
};

/** How much of the end of `text` may be the beginning of `mark`. A lone ESC is a key, so it is not kept back. */
const partial = (text: string, mark: string): number => {
  const from = mark === BEGIN ? 2 : 1;
  for (let length = mark.length - 1; length >= from; length -= 1) {
    if (text.endsWith(mark.slice(0, length))) return length;
  }
  return 0;
};
