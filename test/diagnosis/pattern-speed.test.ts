import {describe, expect, it} from 'vitest';
import {cleanText} from '../../src/diagnosis/clean-text.ts';
import {explainText} from '../../src/diagnosis/explain.ts';
import {FAILURES} from '../../src/diagnosis/failures/index.ts';
import {type Evidence, isSkipped} from '../../src/model/evidence.ts';
import {createRedactor} from '../../src/model/redact.ts';
import {evidenceOf} from '../helpers/evidence.ts';

// Milliseconds for one rule and one text of 20 KB: no goal of speed, but a guard against a hang. A linear pattern takes
// under 5, one that grows with the square hundreds or thousands; the best of six tries counts.
const LIMIT_MS = 250;
const SIZE = 20_000;

const long = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

const TEXTS: Readonly<Record<string, string>> = {
  letters: long('a'),
  capitals: long('A'),
  'parts of a name': long('YOUR_'),
  'an endless name': long('A_B1'),
  digits: long('1'),
  underscores: long('_'),
  spaces: long(' '),
  'line ends': long('\n'),
  'empty lines': long(' \n'),
  slashes: long('/'),
  backslashes: long('\\'),
  quotes: long('"'),
  'single quotes': long("'"),
  dots: long('.'),
  brackets: long('['),
  braces: long('{"'),
  path: long('/a.b'),
  'name and value': long('a=b '),
  'short words': long('a '),
  colons: long('Error: '),
  'missing names': long('Missing required '),
  'set names': long('Please set environment variable '),
  modules: long('Cannot find module '),
  npm: long('npm error '),
  urls: long('https://a'),
  'failed to': long('failed to connect '),
  frames: long('    at x (y:1:2)\n'),
  validation: long('validation error for '),
};

/** The same text in each place that a rule reads. */
const settings = (text: string): readonly Evidence[] => [
  evidenceOf({
    entry: {},
    command: {},
    launch: {stderr: text, exit: {code: 1}, endedDuring: 'start'},
    handshake: {version: null},
  }),
  evidenceOf({entry: {}, command: {}, launch: {stderr: text}, handshake: {}, tools: {count: 0, names: []}}),
  evidenceOf({
    entry: {},
    command: {},
    launch: {stderr: text, stdout: text, noise: [{text, isGlued: false}], noiseCount: 1, timedOut: true},
    handshake: {version: null, timedOut: true},
  }),
  evidenceOf({
    entry: {},
    command: {},
    launch: {},
    handshake: {version: null, error: {code: -32000, message: text, data: text}},
  }),
  evidenceOf({
    entry: {},
    command: {},
    launch: {},
    handshake: {},
    tools: {error: {code: -32000, message: text, data: text}},
  }),
  evidenceOf({entry: {}, command: {}, launch: {spawnError: {code: 'EINVAL', message: text, syscall: 'spawn'}}}),
  ...[403, 429, 500].map((status) =>
    evidenceOf({
      entry: {},
      network: {},
      http: {
        main: {
          response: {
            status,
            contentType: 'text/html',
            headers: {'www-authenticate': text},
            body: {kind: 'html', text, bytes: SIZE},
          },
        },
      },
      auth: {status: status === 403 ? 403 : null, wwwAuthenticate: text, bodyError: text, bodyMessage: text},
    }),
  ),
  evidenceOf({reported: {source: 'pasted', text, cleaned: text}}),
];

const timed = (work: () => void): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/** The best of up to six times: one pause of a busy machine is no slow pattern. */
const msOf = (work: () => void): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6 && best > LIMIT_MS; round += 1) {
    best = Math.min(best, timed(work));
  }
  return best;
};

describe('no text makes a rule slow', {timeout: 30_000}, () => {
  it.each(Object.entries(TEXTS))('%s', (_name, text) => {
    const places = settings(text);
    const slow: string[] = [];
    for (const failure of FAILURES) {
      const signatures = msOf(() => {
        for (const {match} of failure.signatures) match.exec(text);
      });
      if (signatures > LIMIT_MS) slow.push(`${failure.id}: its signatures took ${Math.round(signatures)} ms`);
      for (const [index, all] of places.entries()) {
        if (failure.needs.some((name) => all[name] === undefined || isSkipped(all[name]))) continue;
        // The parsing edge: every needed section was just seen to be there.
        const needed = {...all, all} as unknown as Parameters<typeof failure.judge>[0];
        const judged = msOf(() => failure.judge(needed));
        if (judged > LIMIT_MS) slow.push(`${failure.id}: evidence ${index} took ${Math.round(judged)} ms`);
      }
    }
    expect(slow).toEqual([]);
  });

  it.each(Object.entries(TEXTS))('cleaning and hiding: %s', (_name, text) => {
    const redactor = createRedactor(['nt_live_0123456789']);
    expect(msOf(() => cleanText(text))).toBeLessThanOrEqual(LIMIT_MS);
    expect(msOf(() => redactor.text(text))).toBeLessThanOrEqual(LIMIT_MS);
  });

  it('explains a long text of each kind at once', () => {
    for (const [name, text] of Object.entries(TEXTS)) {
      const ms = msOf(() => explainText(`${text}\nconnect ECONNREFUSED 127.0.0.1:3000`));
      expect(ms, name).toBeLessThanOrEqual(10 * LIMIT_MS);
    }
  });

  it('would see a slow pattern', () => {
    const linear = timed(() => /[a-z]{1,80}:was not found/.exec(long('1')));
    expect(timed(() => /[\w.-]+ was not found/.exec(long('a')))).toBeGreaterThan(10 * linear);
  });
});
