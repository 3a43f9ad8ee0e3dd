import {describe, expect, it} from 'vitest';
import {diagnoseAll, statusOf, stepsOf} from '../../src/diagnosis/index.ts';
import type {Diagnosis} from '../../src/model/finding.ts';
import type {Standing} from '../../src/model/server.ts';
import {STEPS} from '../../src/model/step.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const NOTHING: Diagnosis = {findings: [], notChecked: [], crashed: []};
const active: Standing = {state: 'active', decidedBy: null, wins: null};
const local: PartialEvidence = {file: {}, entry: {}, command: {}, launch: {}, handshake: {}, tools: {}};
const remote: PartialEvidence = {
  file: {},
  entry: {transport: 'http', command: null, args: [], url: 'https://mcp.notes.example/mcp'},
  network: {},
  http: {},
  auth: {skipped: 'no authentication was asked for'},
  handshake: {},
  tools: {},
};
const missingScript = () =>
  evidenceOf({
    file: {},
    entry: {raw: {command: 'node', args: ['/srv/notes/sever.js']}},
    command: {
      pathArguments: [{text: '/srv/notes/sever.js', resolved: '/srv/notes/sever.js', exists: false, kind: 'none'}],
    },
  });
const outcomes = (evidence: PartialEvidence): string[] => {
  const all = evidenceOf(evidence);
  return stepsOf(all, diagnoseAll(all)).map((one) => `${one.step} ${one.outcome}`);
};

describe('stepsOf', () => {
  it('says passed for what was asked and works, and why the rest was skipped', () => {
    const all = evidenceOf({...local, durations: {file: 3, entry: 1, launch: 250}});
    const steps = stepsOf(all, NOTHING);
    expect(steps.map((one) => one.step)).toEqual([...STEPS]);
    expect(steps[0]).toEqual({step: 'config', outcome: 'passed', durationMs: 4});
    expect(steps[2]).toEqual({step: 'launch', outcome: 'passed', durationMs: 250});
    expect(steps[3]).toEqual({
      step: 'network',
      outcome: 'skipped',
      because: 'not needed for a local server',
      durationMs: 0,
    });
  });

  it('knows what a remote server needs', () => {
    expect(outcomes(remote)).toEqual([
      'config passed',
      'command skipped',
      'launch skipped',
      'network passed',
      'http passed',
      'auth skipped',
      'handshake passed',
      'tools passed',
    ]);
  });

  it('says failed where a finding stands, and calls nothing after it passed', () => {
    const refused = {name: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED', syscall: 'connect'};
    const steps = outcomes({
      ...remote,
      network: {tcp: [{address: '203.0.113.7', family: 4, isOpen: false, error: refused}]},
      http: {skipped: 'nothing answers'},
      handshake: {skipped: 'nothing answers'},
      tools: {skipped: 'nothing answers'},
    });
    expect(steps).toContain('network failed');
    expect(steps.slice(4)).toEqual(['http skipped', 'auth skipped', 'handshake skipped', 'tools skipped']);
  });

  it('tells one fault, and calls nothing passed that only fails after it', () => {
    const steps = outcomes({
      ...remote,
      entry: {transport: 'http', url: 'notes', values: []},
      network: {isUrlValid: false, url: 'notes'},
      http: {answered: null, main: {response: {status: 401, body: {kind: 'json'}}}},
      auth: {status: 401},
      handshake: {skipped: 'nobody is let in'},
      tools: {skipped: 'nobody is let in'},
    });
    expect(steps.filter((one) => one.endsWith('failed'))).toEqual(['network failed']);
    expect(steps).toContain('auth skipped');
  });

  it('does not call a handshake passed that was asked and not answered', () => {
    const all = evidenceOf({...local, handshake: {version: null}, tools: {skipped: 'no handshake'}});
    expect(stepsOf(all, NOTHING)[6]).toMatchObject({outcome: 'skipped', because: 'no clear answer'});
  });
});

describe('a start that came to an end', () => {
  const noScript: Diagnosis = {...NOTHING, findings: diagnoseAll(missingScript()).findings};
  const ended = {exit: {code: 1, signal: null, atMs: 40}, endedDuring: 'start'} as const;
  const launchOf = (evidence: PartialEvidence, diagnosis: Diagnosis) => stepsOf(evidenceOf(evidence), diagnosis)[2];

  it('shows nothing where an earlier step says why', () => {
    expect(noScript.findings[0]?.id).toBe('script-missing');
    const failed = {...local, launch: ended, handshake: {version: null}};
    expect(launchOf(failed, noScript)).toMatchObject({
      outcome: 'skipped',
      because: 'it started and ended with code 1: the step "command" fails first',
    });
    const killed = {...failed, launch: {exit: {code: null, signal: 'SIGKILL', atMs: 40}}};
    expect(launchOf(killed, noScript)).toMatchObject({because: expect.stringContaining('ended by SIGKILL')});
  });

  it('is passed where the server said hello, went on, or no earlier step fails', () => {
    expect(launchOf({...local, launch: ended}, noScript)).toMatchObject({outcome: 'passed'});
    expect(launchOf({...local, handshake: {version: null}}, noScript)).toMatchObject({outcome: 'passed'});
    expect(launchOf({...local, launch: ended, handshake: {version: null}}, NOTHING)).toMatchObject({
      outcome: 'passed',
    });
  });
});

describe('statusOf', () => {
  it('is healthy only for a server that said hello', () => {
    const silent = evidenceOf({...local, handshake: {version: null}});
    expect(statusOf(evidenceOf(local), NOTHING, active)).toEqual({status: 'healthy'});
    expect(statusOf(silent, NOTHING, active)).toEqual({status: 'unchecked', because: 'interrupted'});
  });

  it.each([
    ['disabled', 'disabled'],
    ['rejected', 'disabled'],
    ['not-approved', 'untrusted'],
    ['blocked', 'blocked'],
    ['shadowed', 'shadowed'],
  ] as const)('leaves an entry alone that its client leaves alone: %s', (state, because) => {
    const all = evidenceOf({entry: {standing: {state}}});
    expect(statusOf(all, NOTHING, {...active, state})).toEqual({status: 'unchecked', because});
  });

  it('says so where only the client knows how a server is started', () => {
    const unknown = evidenceOf({entry: {transport: 'unknown'}, handshake: {skipped: 'x'}});
    expect(statusOf(unknown, NOTHING, active)).toEqual({status: 'unchecked', because: 'client-only'});
    expect(statusOf(unknown, NOTHING, active, 'untrusted')).toEqual({status: 'unchecked', because: 'client-only'});
    expect(statusOf(unknown, NOTHING, active, 'interrupted')).toEqual({status: 'unchecked', because: 'interrupted'});
  });

  it('is broken with an error, unchecked without consent', () => {
    const closed = evidenceOf({
      ...remote,
      network: {isUrlValid: false, url: 'notes'},
      http: {skipped: 'x'},
      handshake: {skipped: 'x'},
    });
    expect(statusOf(closed, diagnoseAll(closed), active)).toEqual({status: 'broken'});
    const unasked = evidenceOf({entry: {}, launch: {skipped: 'not approved'}});
    expect(statusOf(unasked, NOTHING, active, 'untrusted')).toEqual({status: 'unchecked', because: 'untrusted'});
  });
});
