import type {FixRecord} from '../../src/model/record.ts';

/** A record as the program saves it; `said` stands wherever a server or a person can put words. */
export const aRecord = (id: string, said = 'a word'): FixRecord => ({
  schemaVersion: 1,
  id,
  at: '2026-03-01T10:00:00.000Z',
  title: said,
  note: said,
  tags: [said],
  server: {
    name: said,
    client: 'cursor',
    clientName: 'Cursor',
    scope: 'user',
    file: '/home/x/mcp.json',
    transport: 'stdio',
    command: said,
    url: said,
  },
  error: {text: said, source: 'probe', trigger: said},
  failure: {
    id: 'command-not-found',
    class: 'config',
    step: 'command',
    title: said,
    cause: said,
    evidence: [{label: said, text: said}],
  },
  disagreed: null,
  change: {title: said, kind: 'edit', file: '/home/x/mcp.json', line: 4, diff: [`- ${said}`, `+ ${said}`], command: [said], receipt: null},
  before: said,
  after: said,
  proof: {outcome: 'fixed', by: said, tools: 3, ms: 120},
  environment: {mcpFix: '1.0.0', os: said, node: '20.0.0', commandPath: said, protocol: said, server: said},
  howToCheck: said,
  fingerprint: 'f',
});
