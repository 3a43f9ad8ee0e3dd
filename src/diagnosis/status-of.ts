import {type Evidence, seen} from '../model/evidence.ts';
import type {Diagnosis} from '../model/finding.ts';
import type {ServerStatus, UncheckedBecause} from '../model/investigation.ts';
import type {Standing} from '../model/server.ts';

export interface Status {
  readonly status: ServerStatus;
  readonly because?: UncheckedBecause;
}

const BECAUSE: Readonly<Record<Standing['state'], UncheckedBecause | null>> = {
  active: null,
  disabled: 'disabled',
  rejected: 'disabled',
  'not-approved': 'untrusted',
  blocked: 'blocked',
  shadowed: 'shadowed',
  'dead-location': null,
  unusable: null,
};

/**
 * How a server stands after an investigation.
 * @param standing whether its client would use the entry: one that it leaves alone is unchecked, whatever stands in it
 * @param stopped why nothing or not everything was asked, where the caller knows: no consent, or the person stopped it
 */
export const statusOf = (
  evidence: Evidence,
  diagnosis: Diagnosis,
  standing: Standing,
  stopped?: 'untrusted' | 'interrupted',
): Status => {
  const hasError = diagnosis.findings.some((finding) => finding.severity === 'error');
  const because = BECAUSE[standing.state];
  if (because !== null && !wasProbed(evidence)) return {status: 'unchecked', because};
  if (hasError) return {status: 'broken'};
  // A transport that mcp-fix does not speak, or a program that only the client knows: there is nothing to say yes to.
  const isForClientOnly = seen(evidence, 'entry')?.transport === 'unknown' && stopped !== 'interrupted';
  if (isForClientOnly) return {status: 'unchecked', because: 'client-only'};
  if (stopped !== undefined) return {status: 'unchecked', because: stopped};
  if (!answered(evidence)) return {status: 'unchecked', because: 'interrupted'};
  return {status: diagnosis.findings.length > 0 ? 'warned' : 'healthy'};
};

const wasProbed = (evidence: Evidence): boolean =>
  seen(evidence, 'command') !== undefined ||
  seen(evidence, 'launch') !== undefined ||
  seen(evidence, 'network') !== undefined ||
  seen(evidence, 'http') !== undefined;

/** Only a server that said hello may be called healthy: silence that no rule explains is no health. */
const answered = (evidence: Evidence): boolean => {
  const handshake = seen(evidence, 'handshake');
  return handshake !== undefined && handshake.version !== null;
};
