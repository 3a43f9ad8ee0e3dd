import type {CheckReport} from './check-report.ts';
import {githubReport} from './github.ts';
import {junitReport} from './junit.ts';
import {markdownReport} from './markdown.ts';
import {openMetricsReport} from './openmetrics.ts';
import {sarifReport} from './sarif.ts';
import {textReport} from './text.ts';

/** Every form a check report can take, by the word after `--format`. */
export const FORMATS = {
  text: textReport,
  json: (report: CheckReport): string => `${JSON.stringify(report, null, 2)}\n`,
  markdown: markdownReport,
  junit: junitReport,
  sarif: sarifReport,
  github: githubReport,
  openmetrics: openMetricsReport,
} as const satisfies Record<string, (report: CheckReport) => string>;

export type Format = keyof typeof FORMATS;

export const isFormat = (word: string): word is Format => Object.hasOwn(FORMATS, word);
