import {textOf} from '../../model/capture.ts';
import {type Evidence, seen} from '../../model/evidence.ts';

/** Where a text was said. */
export interface Source {
  readonly label: string;
  readonly text: string;
}

/** A rule reads the first and the last half of this many characters; nobody writes the reason in the middle. */
const LIMIT = 64_000;

/** Words of this length (base64, minified code) decide nothing, and make patterns that look for a name slow. */
const LONG_WORD = /\S{1000,}/g;

/**
 * Without colours: evidence is printable, so an escape character may stand there spelt out. Endless texts and words
 * are shortened in their middle.
 */
export const plainText = (text: string): string =>
  (text.length > LIMIT ? `${text.slice(0, LIMIT / 2)}\n…\n${text.slice(-LIMIT / 2)}` : text)
    .replace(/(?:\\x1b|\u001b)(?:\[[0-9;?]*[A-Za-z]|\([A-B])/g, '')
    .replaceAll('\r', '')
    .replaceAll('\\x0d', '')
    .replace(LONG_WORD, (word) => `${word.slice(0, 400)}…${word.slice(-400)}`);

/** Everything that a local server said in words: standard error, stray lines of standard output, error answers. */
export const saidBy = (evidence: Evidence): readonly Source[] => {
  const known = sources.get(evidence);
  if (known !== undefined) return known;
  const said = gather(evidence);
  sources.set(evidence, said);
  return said;
};

// More than a hundred rules ask for the same words of the same evidence.
const sources = new WeakMap<Evidence, readonly Source[]>();

const gather = (evidence: Evidence): readonly Source[] => {
  const launch = seen(evidence, 'launch');
  const answers = [seen(evidence, 'handshake')?.error, seen(evidence, 'tools')?.error].flatMap((error) =>
    error == null ? [] : [`${error.message}${error.data === null ? '' : `\n${error.data}`}`],
  );
  return [
    {label: 'Standard error', text: launch === undefined ? '' : textOf(launch.stderr)},
    {label: 'Standard output', text: (launch?.noise ?? []).map(({text}) => text).join('\n')},
    {label: 'Error answer', text: answers.join('\n')},
    {label: 'The system says', text: launch?.spawnError?.message ?? ''},
  ]
    .map(({label, text}) => ({label, text: plainText(text)}))
    .filter(({text}) => text.trim() !== '');
};

/** The whole line or lines of `text` around a match, clipped for a screen. */
export const linesAround = (text: string, index: number, length: number): string => {
  const start = text.lastIndexOf('\n', index - 1) + 1;
  const end = text.indexOf('\n', index + length);
  return clip(text.slice(start, end === -1 ? text.length : end).trim(), 600);
};

export const clip = (text: string, limit = 240): string =>
  text.length > limit ? `${text.slice(0, limit - 1)}…` : text;

/** The same sentence with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
