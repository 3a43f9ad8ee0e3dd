import {describe, expect, test} from 'vitest';
import {captureOf} from '../../src/repair/capture-of.ts';
import {checkValue, isReference, isSecretValue, type ValueKind} from '../../src/repair/check-value.ts';
import {draftOf} from '../../src/repair/draft-of.ts';
import {evidenceOf} from '../helpers/evidence.ts';
import {findingOf} from '../wizard/world-servers.ts';
import {play, STATES, stageOf} from './stages.ts';

describe('the shape of a typed value', () => {
  const good: readonly [ValueKind, string][] = [
    ['token', 'abc-123_def'],
    ['token', '${NOTES_TOKEN}'],
    ['token', '${env:TOKEN}'],
    ['url', 'https://example.com/mcp'],
    ['url', 'http://127.0.0.1:3000/mcp'],
    ['path', '/home/ada/notes'],
    ['path', 'C:\\notes'],
    ['name', 'NOTES_TOKEN'],
    ['text', 'anything at all'],
  ];
  test.each(good)('%s %s is right', (kind, value) => expect(checkValue(kind, value)).toBeNull());

  const bad: readonly [ValueKind, string, RegExp][] = [
    ['token', '', /first/],
    ['token', ' abc', /space at/],
    ['token', 'a b', /no spaces/],
    ['token', 'Bearer abc', /only the token/],
    ['token', '"abc"', /quotes/],
    ['token', '<YOUR_TOKEN>', /placeholder/],
    ['token', 'your-api-key', /placeholder/],
    ['text', 'a\nb', /more than one line/],
    ['text', 'a\u0007b', /control/],
    ['url', 'example.com', /https/],
    ['url', 'file:///etc/passwd', /https/],
    ['path', 'notes', /whole path/],
    ['name', '1st', /letters/],
  ];
  test.each(bad)('%s %j is not', (kind, value, words) => expect(checkValue(kind, value)).toMatch(words));

  test('a reference is the whole value, not a part of it', () => {
    expect(isReference('$TOKEN')).toBe(true);
    expect(isReference('x$TOKEN')).toBe(false);
    expect(isReference('${TOKEN} y')).toBe(false);
  });
});

test('a value is secret where the place says so, or where it says so itself', () => {
  const edit = {kind: 'ask', label: 'x', isSecret: false, shape: 'text'} as const;
  expect(isSecretValue({...edit, isSecret: true}, 'plain')).toBe(true);
  expect(isSecretValue(edit, 'plain')).toBe(false);
  expect(isSecretValue(edit, 'https://db.example/x')).toBe(false);
  expect(isSecretValue(edit, 'postgres://ann:pw-4711-abc@db.example/x')).toBe(true);
  expect(isSecretValue(edit, `ghp_${'x'.repeat(36)}`)).toBe(true);
  expect(isSecretValue({...edit, isSecret: true}, '${TOKEN}')).toBe(false);
});

describe('the captured error', () => {
  const of = (step: Parameters<typeof findingOf>[0]['step'], evidence: Parameters<typeof evidenceOf>[0]) =>
    captureOf(evidenceOf(evidence), {
      findings: [
        findingOf({
          id: 'x',
          title: 'X',
          ...(step === undefined ? {} : {step}),
          evidence: [{label: 'l', text: 'rule words'}],
        }),
      ],
      notChecked: [],
      crashed: [],
    });

  test('a report of the person goes before everything', () => {
    const reported = {source: 'log', text: 'it broke\n  twice', trigger: null} as const;
    expect(of('launch', {reported, launch: {stderr: 'boom', exit: {code: 1}}})).toMatchObject({
      text: 'it broke\n  twice',
      source: 'log',
    });
  });
  test('standard error and the exit code of a crash', () => {
    expect(
      of('launch', {launch: {argv: ['node', 'a b.js'], stderr: 'Error: boom\n', exit: {code: 3, signal: null}}}),
    ).toEqual({
      text: 'Error: boom\n(ended with exit code 3)',
      source: 'probe',
      trigger: 'Starting node "a b.js"',
    });
  });
  test('status and body of an HTTP answer, also for a failure of access', () => {
    const main = {
      response: {status: 401, statusText: 'Unauthorized', body: {kind: 'text', text: 'who are you?'}},
    } as const;
    expect(of('auth', {http: {main}})?.text).toBe('HTTP 401 Unauthorized\nwho are you?');
  });
  test("the rule's own first line where the step said nothing", () => {
    expect(of('tools', {tools: {}})?.text).toBe('rule words');
  });
  test('a cause of the settings: what the program that was started all the same said of it, not the name of a path', () => {
    const stderr = "Error: Cannot find module '/srv/note.mjs'";
    expect(of('command', {command: {}, launch: {argv: ['node', '/srv/note.mjs'], stderr, exit: {code: 1}}})).toEqual({
      text: `${stderr}\n(ended with exit code 1)`,
      source: 'probe',
      trigger: 'Starting node /srv/note.mjs',
    });
    expect(of('command', {command: {}, launch: {stderr: '', exit: {code: 1}}})?.text).toBe('rule words');
    expect(of('command', {command: {}, launch: {stderr: 'listening', exit: null}})?.text).toBe('rule words');
    // A later step is no place to look for the words of an earlier one that spoke for itself.
    expect(of('tools', {tools: {}, launch: {stderr: 'bye', exit: {code: 1}}})?.text).toBe('rule words');
  });
  test('a refused list of tools: status and body of the answer, not our words about it', () => {
    const answer = {
      purpose: 'tools/list',
      request: {method: 'POST', url: 'https://x.example/mcp'},
      response: {status: 500, statusText: 'Internal Server Error', body: {kind: 'json', text: '{"error":"boom"}'}},
    } as const;
    const error = {code: 0, message: 'cannot be read'};
    const http = {exchanges: [answer]};
    expect(of('tools', {http, tools: {httpStatus: 500, error}})).toMatchObject({
      text: 'HTTP 500 Internal Server Error\n{"error":"boom"}',
      trigger: 'POST https://x.example/mcp',
    });
    expect(of('tools', {http, tools: {httpStatus: null, error}})?.text).toBe('0: cannot be read');
    expect(of('tools', {http: {exchanges: []}, tools: {httpStatus: 500, error}})?.text).toBe('0: cannot be read');
    const unusable = {error, isUnusable: true};
    expect(of('tools', {http: {exchanges: []}, tools: unusable})?.text).toBe('cannot be read');
  });
  test('nothing where nothing failed', () => {
    const healthy = evidenceOf({entry: {}, command: {}, launch: {exit: null}, handshake: {}, tools: {}});
    expect(captureOf(healthy, {findings: [], notChecked: [], crashed: []})).toBeNull();
  });
});

test('the draft tells error, cause, the one change and the proof', () => {
  const {outcome} = stageOf({state: STATES.record, request: null}, 'record');
  const {record} = draftOf(outcome, {title: '  ', note: ' n ', tags: ['a']});
  expect(record.title).toBe('notes: The command "npxx" does not exist');
  expect(record.note).toBe('n');
  expect(record.failure.id).toBe('command-not-found');
  expect(record.change).toMatchObject({kind: 'edit', line: 4, receipt: 'r1', diff: ['-a', '+b']});
  expect(record.proof).toEqual({outcome: 'fixed', by: 'the SDK', tools: 3, ms: 5});
  expect(record.howToCheck).toBe('mcp-fix check notes');
});

test('whoever disagrees is written down beside what mcp-fix says, not in its place', () => {
  const said = play(STATES.classify, {type: 'disagree'}, {type: 'say-class', class: 'auth'}).state;
  const {outcome} = stageOf({state: STATES.record, request: null}, 'record');
  const {disagreed} = stageOf({state: said, request: null}, 'classify').case;
  const {record} = draftOf({...outcome, case: {...outcome.case, disagreed}}, {title: '', note: '', tags: []});
  expect(record.failure.class).toBe('config');
  expect(record.disagreed).toEqual({class: 'auth', id: null});
});
