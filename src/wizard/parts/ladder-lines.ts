import {seen} from '../../model/evidence.ts';
import type {StepReport} from '../../model/investigation.ts';
import {STEPS, type Step} from '../../model/step.ts';
import type {Checked} from '../../repair/answers.ts';
import type {Done} from '../../repair/state.ts';
import type {Context} from '../screen.ts';
import {bold, dim, type Line, line, type Span, strong, tint, wrap} from './line.ts';
import type {Marks} from './marks.ts';
import {STEP_WORDS, timeOf} from './words.ts';

const NAME = 15;
const TIME = 9;

/** The steps of a connection as a picture: a mark, a bar for the time, the step that failed opened. */
export const ladderLines = (checked: Checked, context: Context): readonly Line[] => {
  const {width, marks} = context;
  const total = Math.max(1, ...checked.steps.map((_, index) => end(checked.steps, index)));
  return checked.steps.flatMap((report, index) => {
    if (report.outcome === 'skipped') return skipped(report, width, marks);
    const begin = end(checked.steps, index) - report.durationMs;
    return [
      line(
        stepMark(report, marks),
        ' ',
        nameOf(report),
        dim(timeOf(report.durationMs).padStart(TIME)),
        '  ',
        ...bar(begin, report.durationMs, total, width - NAME - TIME - 5, marks),
      ),
      ...(report.outcome === 'failed' || report.outcome === 'warned' ? opened(report.step, checked, width) : []),
      ...(report.step === 'http' ? phases(checked, width) : []),
    ];
  });
};

const end = (steps: readonly StepReport[], index: number): number =>
  steps.slice(0, index + 1).reduce((sum, report) => sum + report.durationMs, 0);

const stepMark = (report: StepReport, marks: Marks): Span => {
  switch (report.outcome) {
    case 'failed':
      return strong('red', marks.bad);
    case 'warned':
      return bold(marks.warn);
    case 'passed':
      return tint('green', marks.good);
    case 'skipped':
      return dim(marks.off);
  }
};

const nameOf = (report: StepReport): Span => {
  const name = STEP_WORDS[report.step].padEnd(NAME);
  return report.outcome === 'failed' ? bold(name) : {text: name};
};

const skipped = (report: StepReport, width: number, marks: Marks): readonly Line[] =>
  wrap(
    [dim(`${marks.off} ${STEP_WORDS[report.step].padEnd(NAME)} ${inWords(report.because ?? 'not asked')}`)],
    width,
    NAME + 3,
  );

/** Reasons name steps by their ids; on the screen they bear the names of the picture. */
const inWords = (because: string): string =>
  because.replace(/"(\w+)"/g, (whole, id: string) => {
    const step = STEPS.find((one) => one === id);
    return step === undefined ? whole : `"${STEP_WORDS[step]}"`;
  });

const bar = (begin: number, ms: number, total: number, width: number, marks: Marks): readonly Span[] => {
  if (width < 10 || marks.bar === '') return [];
  const room = Math.min(width, 40);
  const from = Math.min(room - 1, Math.floor((begin / total) * room));
  const long = Math.max(1, Math.min(room - from, Math.round((ms / total) * room)));
  return [{text: ' '.repeat(from)}, tint('cyan', marks.bar.repeat(long))];
};

const opened = (step: Step, checked: Checked, width: number): readonly Line[] => {
  const finding = checked.diagnosis.findings.find((one) => one.step === step);
  return finding === undefined ? [] : wrap([{text: '    '}, {text: finding.title}], width, 4);
};

/** DNS, TCP, TLS and the first byte apart, as a browser's network panel has them. */
const phases = (checked: Checked, width: number): readonly Line[] => {
  const timings = seen(checked.evidence, 'http')?.main.timings;
  if (timings === undefined) return [];
  const parts: [string, number | null][] = [
    ['name', timings.dns],
    ['connect', timings.tcp],
    ['TLS', timings.tls],
    ['first byte', timings.firstByte],
  ];
  const words = parts.flatMap(([name, ms]) => (ms === null ? [] : [`${name} ${timeOf(ms)}`]));
  return words.length === 0 ? [] : wrap([dim(`    ${words.join(' · ')}`)], width, 4);
};

/** The same picture while the look is going on: what has its answer, what is asked now. */
export const runningLines = (done: readonly Done[], context: Context): readonly Line[] => {
  const {marks, tick} = context;
  const last = done.at(-1);
  const now = STEPS[last === undefined ? 0 : STEPS.indexOf(last.step) + 1];
  const spinner = marks.spinner[tick % marks.spinner.length] ?? '';
  return [
    ...done.map((one) =>
      line(tint('green', marks.good), ' ', STEP_WORDS[one.step].padEnd(NAME), dim(timeOf(one.ms).padStart(TIME))),
    ),
    ...(now === undefined ? [] : [line(tint('cyan', spinner), ' ', bold(STEP_WORDS[now]))]),
  ];
};

/** The ladder in one line: '✓✓✗–––––'. */
export const ladderInShort = (steps: readonly StepReport[], marks: Marks): readonly Span[] =>
  steps.flatMap((report) => [stepMark(report, marks), ...(marks.good.length > 1 ? [{text: ' '}] : [])]);
