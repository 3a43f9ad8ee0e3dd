import type {Finding} from '../model/finding.ts';
import {printable} from '../model/printable.ts';

/**
 * A finding without a character that a terminal obeys: rules quote names from files (keys that must stay exact where a
 * change needs them), so every sentence is encoded once more where all of them pass.
 */
export const legible = (finding: Finding): Finding => ({
  ...finding,
  title: printable(finding.title),
  cause: printable(finding.cause),
  evidence: finding.evidence.map((line) => ({
    label: printable(line.label),
    text: printable(line.text),
    ...(line.deciding === undefined ? {} : {deciding: printable(line.deciding)}),
  })),
  fixes: finding.fixes.map((fix) => ({...fix, title: printable(fix.title)})),
});
