import {createRedactor} from '../../src/model/redact.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions} from './trial.ts';

const KNOWN = ['Quiet9Zebra:Lamp/Kite+77', 'pässwörT-Ümlaut9', 'Bearer abc123DEF456ghi'];

/** What the shapes, the names and the known values look at for longest, over and over. */
const UNITS: readonly string[] = [
  'a',
  'eyJ',
  '-----BEGIN PRIVATE KEY-----',
  'https://a:',
  '--token ',
  '"a":"',
  'x=',
  'Bearer ',
  '\\',
  '"',
  ' \n',
  'sk-',
  '?a=',
  'aB3',
  'xoxb-',
  'key-a ',
  'é',
  'İ',
  'Q7Xc2LmV9tRw4ZbN8kPy3HsJ ',
  'pw=hunter22 ',
  'Cookie: ',
  'a.webhook.office.com ',
  'Quiet9Ze\n',
];

const PIECES: readonly string[] = [
  ...UNITS,
  ...KNOWN,
  '\ud800',
  '\u0000',
  '[secret:',
  ']',
  '%',
  'github_pat_',
  'token: ',
  '𐐀',
  'Σ',
];

const run = async (options: TrialOptions): Promise<Outcome> => {
  const redactor = createRedactor(KNOWN);
  const random = randomOf(options.seed);
  const wrong: string[] = [];
  const total = scaled(100_000, options);
  for (let index = 0; index < total; index += 1) {
    const text = Array.from({length: 1 + below(random, 12)}, () => pick(random, PIECES)).join('');
    try {
      if (redactor.text(text) === '[secret:unprocessed]') wrong.push(`gives up on ${JSON.stringify(text)}`);
    } catch {
      wrong.push(`throws on ${JSON.stringify(text)}`);
    }
  }
  const bytes = scaled(1_000_000, options);
  const took = (text: string): number => {
    // Of our own: other programs on the machine do not count.
    const from = process.cpuUsage();
    redactor.text(text);
    const {user, system} = process.cpuUsage(from);
    return (user + system) / 1000;
  };
  const perMb: (readonly [unit: string, ms: number])[] = [];
  for (const unit of UNITS) {
    const one = unit.repeat(Math.ceil(bytes / unit.length));
    // The better of two: memory may have been tidied up meanwhile.
    const ms = Math.min(took(one), took(one));
    const four = Math.min(took(one.repeat(4)), took(one.repeat(4)));
    // A curve that bends: four times the text takes far more than four times as long.
    if (four > 16 * Math.max(ms, 10))
      wrong.push(`${JSON.stringify(unit)}: ${Math.round(ms)} ms, and ${Math.round(four)} ms for four times as much`);
    perMb.push([unit, (ms * 1_000_000) / bytes]);
  }
  const worst = perMb.toSorted((a, b) => b[1] - a[1]).slice(0, 3);
  return {
    figures: `${total.toLocaleString('en')} texts, ${UNITS.length} hostile units of ${bytes.toLocaleString('en')} characters: ${wrong.length} thrown, given up or bent; slowest ms per MB: ${worst.map(([unit, ms]) => `${JSON.stringify(unit)} ${Math.round(ms)}`).join(', ')}`,
    wrong: few(wrong),
  };
};

export const r14: Trial = {promise: 'R14', title: 'the redactor is total and linear', run};
