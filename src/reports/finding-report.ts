import type {Edit} from '../model/change.ts';
import type {Confidence, EvidenceLine, Finding, Fix} from '../model/finding.ts';
import type {Json, KeyPath} from '../model/json.ts';
import type {Place} from '../model/server.ts';
import type {FailureClass, Step} from '../model/step.ts';

/** A finding as programs read it. */
export interface FindingReport {
  readonly id: string;
  readonly class: FailureClass;
  readonly severity: 'error' | 'warning';
  readonly step: Step;
  readonly title: string;
  readonly cause: string;
  readonly evidence: readonly EvidenceLine[];
  readonly confidence: Confidence;
  readonly waitingHelps: boolean;
  readonly location?: Place;
  readonly fixes: readonly FixReport[];
}

export interface FixReport {
  readonly id: string;
  readonly title: string;
  readonly kind: 'edit' | 'run' | 'advice';
  readonly change?: {
    readonly file: string;
    readonly path: KeyPath;
    readonly after?: Json;
    /** What is done to the value, where the new value is computed from the old one. */
    readonly edit: string;
    readonly needsValue?: true;
  };
  readonly command?: readonly string[];
  readonly cwd?: string;
}

/** The finding in the words of the contract. */
export const reportFinding = (finding: Finding): FindingReport => ({...finding, fixes: finding.fixes.map(reportFix)});

const reportFix = (fix: Fix): FixReport => {
  const base = {id: fix.id, title: fix.title, kind: fix.kind};
  switch (fix.kind) {
    case 'advice':
      return base;
    case 'run':
      return {...base, command: fix.command, ...(fix.cwd === undefined ? {} : {cwd: fix.cwd})};
    case 'edit': {
      const {edit, file, path} = fix.change;
      const after = afterOf(edit);
      return {
        ...base,
        change: {
          file,
          path,
          edit: edit.kind === 'rewrite' ? edit.how.how : edit.kind,
          ...(after === undefined ? {} : {after}),
          ...(edit.kind === 'ask' ? {needsValue: true as const} : {}),
        },
      };
    }
  }
};

/** The new value, where it is known without reading the file. */
const afterOf = (edit: Edit): Json | undefined => {
  switch (edit.kind) {
    case 'set':
    case 'insert':
      return edit.value;
    case 'merge':
      return edit.values;
    default:
      return undefined;
  }
};
