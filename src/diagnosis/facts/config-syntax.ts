import type {FileEvidence, SyntaxTrouble} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {defineFailure, type Failure, type Signature} from '../failure.ts';

interface SyntaxFailure {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly SyntaxTrouble['kind'][];
  readonly signatures: readonly Signature[];
  readonly remedies: readonly string[];
  /** What stands there, with the names of here and now; the place is added in front. */
  readonly says: (trouble: SyntaxTrouble, file: FileEvidence) => string;
  /** The rule of the language that the repair restores; for the change. */
  readonly why?: string;
  /** 'Remove the comma in line 6'. */
  readonly repair: (trouble: SyntaxTrouble, file: FileEvidence) => string;
  /** Where no repair is sure, or beside it. */
  readonly otherwise?: (trouble: SyntaxTrouble, file: FileEvidence) => readonly Fix[];
}

/** A mistake in the writing of a configuration file. All of them lead to the same trouble: the client skips the whole file. */
export const syntaxFailure = (failure: SyntaxFailure): Failure =>
  defineFailure({
    id: failure.id,
    class: 'config',
    step: 'config',
    title: failure.title,
    severity: 'error',
    waitingHelps: false,
    needs: ['file'],
    signatures: failure.signatures,
    remedies: failure.remedies,
    detect: ({file}) => (file.syntax !== null && failure.kinds.includes(file.syntax.kind) ? file.syntax : null),
    explain: (trouble, {file}) => ({
      cause: `${failure.says(trouble, file)} ${readerOf(file)} cannot read the file, so it ignores all of it${lost(file)}.`,
      location: trouble.place,
      evidence: [
        {label: `${file.path}:${trouble.place.line}:${trouble.place.column}`, text: withCaret(trouble)},
        {label: 'The parser says', text: trouble.message},
      ].filter((line) => line.text !== ''),
    }),
    fixes: (trouble, {file}) => {
      const title = failure.repair(trouble, file);
      const more = failure.otherwise?.(trouble, file) ?? [];
      if (trouble.repair === null)
        return more.length > 0 ? more : [{id: `${failure.id}-by-hand`, title, kind: 'advice'}];
      return [
        {
          id: `${failure.id}-repair`,
          title: trouble.more > 0 ? `${title}, and at ${trouble.more} more ${places(trouble.more)}` : title,
          kind: 'edit',
          change: {
            file: file.path,
            path: [],
            edit: {kind: 'syntax', edits: trouble.repair},
            why: failure.why ?? skips(file),
          },
        },
        ...more,
      ];
    },
  });

const skips = (file: FileEvidence): string =>
  `${readerOf(file)} skips a file that it cannot read, with all servers in it.`;

const places = (count: number): string => (count === 1 ? 'place' : 'places');

const readerOf = (file: FileEvidence): string => file.clientName;

/** The person's own line, with a caret below the place. */
const withCaret = (trouble: SyntaxTrouble): string =>
  trouble.lineText === '' ? '' : `${trouble.lineText}\n${' '.repeat(Math.max(0, trouble.caret - 1))}^`;

const lost = (file: FileEvidence): string => {
  const names = file.serverNames.map((name) => `"${name}"`);
  if (names.length === 0) return '';
  return ` and does not see ${names.length > 4 ? `its ${names.length} servers` : names.join(', ')}`;
};

/** 'line 6 of .mcp.json' */
export const lineOf = (trouble: SyntaxTrouble, file: FileEvidence): string =>
  `line ${trouble.place.line} of ${fileName(file.path)}`;

export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A pattern of a JSON parser's own words. */
export const says = (match: RegExp, confidence: Signature['confidence'] = 'likely'): Signature => ({match, confidence});
