import {describe, expect, test} from 'vitest';
import {type Repro, reproOf} from '../../src/reports/repro.ts';
import {evidenceOf, type PartialEvidence} from '../helpers/evidence.ts';

const made = (partial: PartialEvidence): Repro => {
  const repro = reproOf(evidenceOf(partial), null);
  if ('none' in repro) throw new Error(repro.none);
  return repro;
};

const value = (path: readonly (string | number)[], text: string, more: object = {}): object => ({path, text, ...more});

describe('a command', () => {
  test('its variables stand before it: hidden ones by their own name, others with their value', () => {
    const repro = made({
      entry: {
        command: 'npx',
        args: ['-y', '@acme/notes', '--api-key', '[secret:option#1111]'],
        values: [
          value(['env', 'NOTES_TOKEN'], '[secret:field#2222]', {references: ['MY_TOKEN']}),
          value(['env', 'MODE'], "it's fast"),
          value(['env', 'LEFT'], `\${UNSET}`, {literalReferences: ['UNSET']}),
        ],
      },
    });
    expect(repro.text).toBe(
      `printf '%s\\n' '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"mcp-fix","version":"1"}}}' | NOTES_TOKEN="$MY_TOKEN" MODE='it'\\''s fast' LEFT='\${UNSET}' npx -y @acme/notes --api-key "$API_KEY"`,
    );
    expect(repro.variables).toEqual(['API_KEY', 'MY_TOKEN']);
  });

  test('a client that hands on little, or looks in its own PATH, is acted', () => {
    const rules = {environment: {kind: 'sdk', names: [], drops: [], adds: {}}} as const;
    const little = made({entry: {rules}, launch: {envNames: ['HOME', 'PATH', 'TOKEN']}});
    expect(little.text).toContain('| env -i HOME="$HOME" PATH="$PATH" TOKEN="$TOKEN" node');
    const gui = made({entry: {}, command: {path: {source: 'gui', folders: [{folder: '/usr/bin', exists: true}]}}});
    expect(gui.text).toContain('| env PATH=/usr/bin node');
    expect(made({entry: {}}).text).toMatch(/\| node \/srv\/notes\/server\.js$/);
  });

  test('the folder is named only where it decides', () => {
    const cwd = {path: '/home/dev/my notes', exists: true, isFolder: true, isConfigured: true};
    expect(made({entry: {}, command: {cwd}}).text).toMatch(/^cd '\/home\/dev\/my notes' && printf/);
    expect(made({entry: {}, command: {cwd: {...cwd, isConfigured: false}}}).text).toMatch(/^printf/);
  });

  test('a list of tools that fails takes three messages', () => {
    const partial = {entry: {}, handshake: {era: 'legacy', version: '2025-06-18'}, tools: {}} as const;
    expect(made(partial).messages.map((text) => JSON.parse(text).method)).toEqual([
      'initialize',
      'notifications/initialized',
      'tools/list',
    ]);
    expect(made({entry: {}}).messages).toHaveLength(1);
  });
});

describe('a request', () => {
  const url = 'https://mcp.acme.example/mcp';

  test('exact headers, secrets as variables, nothing that curl adds by itself', () => {
    const repro = made({
      entry: {transport: 'http', command: null, args: [], url, name: 'notes', rules: {fields: {headers: 'headers'}}},
      http: {
        declared: 'http',
        main: {
          request: {
            method: 'POST',
            url: `${url}?api_key=[secret:query#aaaa]&x=[1]`,
            headers: {
              'Content-Type': 'application/json',
              'User-Agent': 'mcp-fix/1',
              Authorization: 'Bearer [secret]',
              'X-API-Key': '[secret]',
              'X-Team': "blue's $1",
              'X-None': '',
            },
          },
        },
      },
    });
    expect(repro.text).toContain('curl -sS -i -N -g --max-time 30');
    expect(repro.text).toContain('-H "Authorization: Bearer $NOTES_TOKEN"');
    expect(repro.text).toContain('-H "X-API-Key: $X_API_KEY"');
    expect(repro.text).toContain(`-H 'X-Team: blue'\\''s $1'`);
    expect(repro.text).toContain(`-H 'X-None;'`);
    expect(repro.text).toContain(
      '"https://mcp.acme.example/mcp?api_key=${API_KEY}&x=[1]"'.replace('${API_KEY}', '$API_KEY'),
    );
    expect(repro.text).not.toMatch(/User-Agent|\[secret/);
    expect(repro.text.match(/Content-Type/g)).toHaveLength(1);
    expect([...repro.variables].sort()).toEqual(['API_KEY', 'NOTES_TOKEN', 'X_API_KEY']);
  });

  test('before anything was asked: what is configured', () => {
    const repro = made({
      entry: {
        transport: 'http',
        command: null,
        args: [],
        url,
        values: [value(['headers', 'Authorization'], 'Bearer [secret:bearer#1212]', {references: ['ACME_TOKEN']})],
      },
    });
    expect(repro.text).toContain('-H "Authorization: Bearer $ACME_TOKEN"');
    expect(repro.variables).toEqual(['ACME_TOKEN']);
  });

  test('the older transport opens its stream', () => {
    const repro = made({entry: {transport: 'sse', command: null, args: [], url}});
    expect(repro.text).toContain("-H 'Accept: text/event-stream'");
    expect(repro.text).not.toContain('--data');
  });
});

test('what cannot be started says where to look', () => {
  const repro = reproOf(
    evidenceOf({entry: {command: null, url: null, place: {file: '/x.json', line: 7, column: 1}}}),
    null,
  );
  expect('none' in repro && repro.none).toMatch(/\/x\.json, line 7/);
  expect(reproOf(evidenceOf({file: {}}), null)).toHaveProperty('none');
});
