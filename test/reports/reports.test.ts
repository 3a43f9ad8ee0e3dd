import {Ajv} from 'ajv';
import {describe, expect, test} from 'vitest';
import {type CheckReport, exitCodeOf} from '../../src/reports/check-report.ts';
import {CHECK_SCHEMA} from '../../src/reports/check-schema.ts';
import {FORMATS} from '../../src/reports/index.ts';

const finding = {
  id: 'command-not-found',
  class: 'runtime',
  severity: 'error',
  step: 'command',
  title: 'The command is not on the PATH',
  cause: 'The command "nodee" is not on the PATH; "node" is.\n::error::not a second command',
  evidence: [{label: 'stderr', text: '```\n# not a heading\n[link](https://example.invalid)\n````'}],
  confidence: 'certain',
  waitingHelps: false,
  location: {file: '/home/dev/a b.json', line: 4, column: 7},
  fixes: [
    {
      id: 'use-node',
      title: 'Set "command" to "node"',
      kind: 'edit',
      change: {file: '/home/dev/a b.json', path: ['mcpServers', 'x|y', 'command'], edit: 'set', after: 'node'},
    },
  ],
} as const;

const server = {
  client: 'claude-code',
  scope: 'user',
  file: '/home/dev/.claude.json',
  transport: 'stdio',
  steps: [],
  durationMs: 12,
} as const;
const report: CheckReport = {
  schemaVersion: 1,
  tool: {name: 'mcp-fix', version: '0.1.0'},
  startedAt: '2026-11-21T10:00:00.000Z',
  durationMs: 40,
  summary: {servers: 3, healthy: 1, warned: 0, broken: 1, unchecked: 1},
  files: [{path: '/home/dev/.cursor/mcp.json', client: 'cursor', scope: 'user', format: 'json', findings: []}],
  servers: [
    {
      ...server,
      name: 'good',
      status: 'healthy',
      digest: 'a'.repeat(64),
      findings: [],
      protocol: {version: '2025-11-25', era: 'legacy', tools: 2},
      steps: [{step: 'tools', outcome: 'passed', durationMs: 3}],
    },
    {...server, name: 'bad "<&>"', status: 'broken', findings: [finding]},
    {...server, name: 'later', status: 'unchecked', because: 'untrusted', digest: 'b'.repeat(64), findings: []},
  ],
};

describe('report formats', () => {
  test('the JSON is what the schema says, and the schema is strict', () => {
    const validate = new Ajv({strict: false}).compile(CHECK_SCHEMA);
    expect(validate(JSON.parse(FORMATS.json(report))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({...report, extra: 1})).toBe(false);
    expect(validate({...report, servers: [{...report.servers[0], status: 'fine'}]})).toBe(false);
  });

  test('text: worst first, the cause whole, and what to do', () => {
    const text = FORMATS.text(report);
    expect(text.indexOf('bad')).toBeLessThan(text.indexOf('good'));
    expect(text).toContain('→ Set "command" to "node"');
    expect(text).toContain(`--trust ${'b'.repeat(64)}`);
    expect(text).toContain('nobody has approved what it starts');
  });

  test('text: in a terminal no line but one to copy is broken in the middle of a word', () => {
    const text = FORMATS.text(report, 60);
    expect(text).toMatch(/^✗ bad .*\n {2}✗ .*\n {4}\S/m);
    expect(text).toMatch(/^· later .*\n {2}\(claude-code/m);
    expect(text).toContain('\n    → Set "command" to "node"\n');
    expect(FORMATS.text(report)).toMatch(/^✗ bad .*\n {2}✗ .*\n {4}\S/m);
    const long = text.split('\n').filter((line) => line.length > 60 && !line.includes('--trust') && line.includes(' '));
    expect(long.filter((line) => !/^ *[│|]| at \//.test(line))).toEqual([]);
    expect(text.replaceAll(/\s+/g, ' ')).toBe(FORMATS.text(report).replaceAll(/\s+/g, ' '));
  });

  test('an address is called, not started; one tool is one tool', () => {
    const [good, , later] = report.servers;
    if (good === undefined || later === undefined) throw new Error('gone');
    const text = FORMATS.text({
      ...report,
      servers: [
        {...later, transport: 'http'},
        {...good, protocol: {version: '2025-11-25', era: 'legacy', tools: 1}},
      ],
    });
    expect(text).toContain('nobody has approved that it is called');
    expect(text).toContain(', 1 tool;');
  });

  test('markdown: foreign text cannot leave its fence', () => {
    const lines = FORMATS.markdown(report).split('\n');
    const fence = lines.find((line) => /^`{5,}text$/.test(line));
    expect(fence).toBeDefined();
    expect(lines.filter((line) => line.startsWith('# '))).toEqual(['# MCP check', '# not a heading']);
  });

  test('GitHub: one annotation for what is wrong, one note for what waits for a yes, and foreign text begins no other', () => {
    const lines = FORMATS.github(report).trim().split('\n');
    expect(lines.filter((line) => line.startsWith('::'))).toHaveLength(2);
    expect(lines[0]).toContain('line=4');
    expect(lines[1]).toMatch(
      /^::notice .*title=later::not checked: nobody has approved what it starts.*--trust b{64}$/,
    );
  });

  test('JUnit is well formed and escapes names', () => {
    const xml = FORMATS.junit(report);
    expect(xml).toContain('name="bad &quot;&lt;&amp;&gt;&quot;"');
    expect(xml.match(/<testcase/g)).toHaveLength(3);
    expect(xml.match(/<failure/g)).toHaveLength(1);
    expect(xml.match(/<skipped/g)).toHaveLength(1);
    expect(xml).toMatch(
      /<skipped message="not checked: nobody has approved what it starts\. To check it: --trust b{64}"\/>/,
    );
  });

  test('SARIF names the file and the line', () => {
    const sarif: unknown = JSON.parse(FORMATS.sarif(report));
    expect(sarif).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          invocations: [
            {
              toolExecutionNotifications: [
                {level: 'note', message: {text: expect.stringMatching(/^later: not checked/)}},
              ],
            },
          ],
          results: [
            {
              ruleId: 'command-not-found',
              level: 'error',
              locations: [
                {physicalLocation: {artifactLocation: {uri: 'file:///home/dev/a%20b.json'}, region: {startLine: 4}}},
              ],
            },
          ],
        },
      ],
    });
  });

  test('OpenMetrics ends as it must and says nothing of what was not asked', () => {
    const text = FORMATS.openmetrics(report);
    expect(text.endsWith('# EOF\n')).toBe(true);
    expect(text).toContain('mcp_server_up{server="bad \\"<&>\\"",client="claude-code",scope="user"} 0');
    expect(text).not.toContain('mcp_server_up{server="later"');
  });

  test.each([
    ['something broken', report, 1],
    ['only unchecked', {...report, summary: {...report.summary, broken: 0}}, 3],
    [
      'only shadowed',
      {
        ...report,
        summary: {...report.summary, broken: 0},
        servers: [{...server, name: 's', status: 'unchecked', because: 'shadowed', findings: []}],
      },
      0,
    ],
    [
      'a broken file',
      {
        ...report,
        summary: {...report.summary, broken: 0},
        servers: [],
        files: [{...report.files[0], findings: [finding]}],
      },
      1,
    ],
    [
      'a warning alone',
      {
        ...report,
        summary: {...report.summary, broken: 0},
        servers: [],
        files: [{...report.files[0], findings: [{...finding, severity: 'warning'}]}],
      },
      0,
    ],
  ] as const)('exit code: %s', (_what, of, code) => {
    expect(exitCodeOf(of as CheckReport)).toBe(code);
  });
});
