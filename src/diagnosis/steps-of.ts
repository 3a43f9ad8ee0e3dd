import {type Evidence, isSkipped, type SectionName, seen} from '../model/evidence.ts';
import type {Diagnosis} from '../model/finding.ts';
import type {StepReport} from '../model/investigation.ts';
import {STEPS, type Step} from '../model/step.ts';

/** Which questions make up a step of the ladder. */
const SECTIONS: Readonly<Record<Step, readonly SectionName[]>> = {
  config: ['file', 'entry', 'request'],
  command: ['command'],
  launch: ['launch'],
  network: ['network'],
  http: ['http'],
  auth: ['auth'],
  handshake: ['handshake'],
  tools: ['tools'],
};

const LOCAL: readonly Step[] = ['command', 'launch'];
const REMOTE: readonly Step[] = ['network', 'http', 'auth'];

/**
 * One line for each of the eight steps. A step failed or warned when a finding stands at it; it passed when its
 * questions were asked and answered well; everything else was skipped, and says why.
 */
export const stepsOf = (evidence: Evidence, diagnosis: Diagnosis): readonly StepReport[] =>
  STEPS.map((step) => reportOf(step, evidence, diagnosis));

const reportOf = (step: Step, evidence: Evidence, diagnosis: Diagnosis): StepReport => {
  const durationMs = SECTIONS[step].reduce((sum, name) => sum + (evidence.durations?.[name] ?? 0), 0);
  const here = diagnosis.findings.filter((finding) => finding.step === step);
  if (here.some((finding) => finding.severity === 'error')) return {step, outcome: 'failed', durationMs};
  if (here.length > 0) return {step, outcome: 'warned', durationMs};
  const because = whyNotAsked(step, evidence, diagnosis) ?? whyNotShown(step, evidence, diagnosis);
  return because === null ? {step, outcome: 'passed', durationMs} : {step, outcome: 'skipped', because, durationMs};
};

const whyNotAsked = (step: Step, evidence: Evidence, diagnosis: Diagnosis): string | null => {
  if (SECTIONS[step].some((name) => seen(evidence, name) !== undefined)) return null;
  for (const name of SECTIONS[step]) {
    const section = evidence[name];
    if (section !== undefined && isSkipped(section)) return section.skipped;
  }
  const transport = seen(evidence, 'entry')?.transport;
  if (LOCAL.includes(step) && (transport === 'http' || transport === 'sse')) return 'not needed for a remote server';
  if (REMOTE.includes(step) && transport === 'stdio') return 'not needed for a local server';
  const earlier = failedBefore(step, diagnosis);
  return earlier === null ? 'not asked' : `pointless until the step "${earlier}" is mended`;
};

/** Asked, no finding of its own, and yet without the answer that would show success: then it did not pass either. */
const whyNotShown = (step: Step, evidence: Evidence, diagnosis: Diagnosis): string | null => {
  const ended = step === 'launch' ? whyNotStayed(evidence, diagnosis) : null;
  if (ended !== null) return ended;
  if (succeeded(step, evidence)) return null;
  const earlier = failedBefore(step, diagnosis);
  return earlier === null ? 'no clear answer' : `the step "${earlier}" fails first`;
};

/** Started, and ended before it said hello, for what an earlier step found: the start shows nothing then. */
const whyNotStayed = (evidence: Evidence, diagnosis: Diagnosis): string | null => {
  const exit = seen(evidence, 'launch')?.exit ?? null;
  const earlier = failedBefore('launch', diagnosis);
  if (exit === null || earlier === null || saidHello(evidence)) return null;
  const how = exit.signal === null ? `with code ${exit.code ?? 0}` : `by ${exit.signal}`;
  return `it started and ended ${how}: the step "${earlier}" fails first`;
};

const failedBefore = (step: Step, diagnosis: Diagnosis): Step | null =>
  STEPS.slice(0, STEPS.indexOf(step)).find((earlier) =>
    diagnosis.findings.some((finding) => finding.step === earlier && finding.severity === 'error'),
  ) ?? null;

const saidHello = (evidence: Evidence): boolean => (seen(evidence, 'handshake')?.version ?? null) !== null;

/** The evidence shows that this step works; for steps without such a sign, that it was asked is enough. */
const succeeded = (step: Step, evidence: Evidence): boolean => {
  switch (step) {
    case 'config':
      return true;
    case 'command':
      return seen(evidence, 'command')?.resolved !== null;
    case 'launch':
      return seen(evidence, 'launch')?.spawnError === null;
    case 'network': {
      const network = seen(evidence, 'network');
      return (
        network?.tls?.isOk !== false && (network?.proxy != null || network?.tcp.some((one) => one.isOpen) === true)
      );
    }
    case 'http': {
      const http = seen(evidence, 'http');
      return saidHello(evidence) || http?.answered != null || seen(evidence, 'auth')?.status != null;
    }
    case 'auth':
      return saidHello(evidence) || seen(evidence, 'auth')?.status === null;
    case 'handshake':
      return saidHello(evidence);
    case 'tools': {
      const tools = seen(evidence, 'tools');
      return tools !== undefined && tools.error === null && !tools.timedOut && !tools.closed;
    }
  }
};
