import {textOf} from '../../model/capture.ts';
import {type Evidence, type LaunchEvidence, seen} from '../../model/evidence.ts';
import type {EvidenceLine} from '../../model/finding.ts';
import {programOf} from './launch-fixes.ts';
import {type LastWords, lastWordsOf} from './stderr-deciding.ts';
import {clip, plainText} from './stderr-lines.ts';

/** How a process ended, as people say it. Shells and docker report a signal as 128 + its number. */
export const endWords = ({exit}: Pick<LaunchEvidence, 'exit'>): string => {
  if (exit === null) return 'stopped';
  if (exit.signal !== null) return `was ended by ${exit.signal}`;
  return `ended with exit code ${exit.code ?? 'unknown'}`;
};

/** The signal that ended it, also where a shell or docker in between turned it into a number. */
export const signalOf = ({exit}: Pick<LaunchEvidence, 'exit'>): string | null => {
  if (exit === null) return null;
  if (exit.signal !== null) return exit.signal;
  return exit.code === null ? null : (BY_CODE[exit.code] ?? null);
};

const BY_CODE: Readonly<Record<number, string>> = {
  132: 'SIGILL',
  134: 'SIGABRT',
  135: 'SIGBUS',
  137: 'SIGKILL',
  139: 'SIGSEGV',
};

/** When it ended, as a part of a sentence. */
export const waitedFor = ({endedDuring}: Pick<LaunchEvidence, 'endedDuring'>): string =>
  endedDuring === null || endedDuring === 'start'
    ? 'right after its start'
    : endedDuring === 'idle'
      ? 'by itself, while nothing was asked'
      : `while "${endedDuring}" waited for its answer`;

/** The deciding line of standard error, else of what stood on standard output. */
export const wordsOf = (launch: LaunchEvidence): LastWords | null =>
  lastWordsOf(plainText(textOf(launch.stderr))) ??
  lastWordsOf(plainText(launch.noise.map(({text}) => text).join('\n')));

/** The end and the deciding line, as evidence. */
export const lastWordsEvidence = (launch: LaunchEvidence): readonly EvidenceLine[] => {
  const words = wordsOf(launch);
  return [
    {label: 'The process', text: `${endWords(launch)} ${waitedFor(launch)}`, deciding: endWords(launch)},
    ...(words === null
      ? []
      : [{label: 'Its last words', text: clip(words.line, 600), deciding: clip(words.line, 600)}]),
  ];
};

/** Programs that fetch a package and run it: their own messages are not the server's. */
export const isRunner = (evidence: Evidence): boolean =>
  seen(evidence, 'command')?.package != null || /^(?:npx|uvx|bunx|pnpx|pipx|docker|podman)$/.test(programOf(evidence));
