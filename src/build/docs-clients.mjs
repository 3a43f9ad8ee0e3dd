// Writes docs/clients.md from the table of clients; `--check` only says whether it is fresh.
import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
// The parsers are bundled too: a module in memory has no folder from which a package could be found.
const {outputFiles} = await esbuild.build({
  absWorkingDir: root,
  stdin: {
    contents: "export {CLIENTS} from './src/clients/index.ts'; export {placesOf} from './src/clients/places.ts';",
    resolveDir: root,
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: {js: "import {createRequire} from 'node:module'; const require = createRequire('file:///');"},
});
const source = Buffer.from(outputFiles[0].contents).toString('base64');
const {CLIENTS, placesOf} = await import(`data:text/javascript;base64,${source}`);

const project = '<project>';
/** Machines with readable homes, so that the table shows where files lie on each system. */
const machines = {
  linux: {home: '~', project: '<project>'},
  darwin: {home: '~', project: '<project>'},
  win32: {home: '%USERPROFILE%', project: '<project>'},
};
const filesOf = (client, platform) => {
  const {home, project} = machines[platform];
  const env =
    platform === 'win32' ? {APPDATA: '%APPDATA%', LOCALAPPDATA: '%LOCALAPPDATA%', ProgramData: '%ProgramData%'} : {};
  const places = placesOf({platform, home, env}, [project]);
  return [...client.files(places), ...(client.delivered?.usual(places) ?? [])];
};
const alsoReadBy = (client) =>
  client.alsoReads?.(placesOf({platform: 'linux', home: '~', env: {}}, ['<project>'])) ?? [];

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``;
const list = (items) => (items.length === 0 ? '–' : items.map(code).join(' '));
const keyOf = (keys) =>
  keys.length === 0 ? 'the file itself' : code(keys.map((key) => (key.includes('.') ? `"${key}"` : key)).join('.'));
const dialectOf = ({format, dialect}) =>
  format === 'toml' || format === 'yaml'
    ? format.toUpperCase()
    : dialect.trailingCommas
      ? 'JSON with comments and trailing commas'
      : dialect.comments
        ? 'JSON with comments'
        : 'strict JSON';

const WITHOUT_TYPE = {
  http: 'Streamable HTTP',
  sse: 'SSE',
  'http-then-sse': 'Streamable HTTP, then SSE',
  error: 'refused: the type is required',
  unsupported: 'not supported in this file',
};
const UNSET = {literal: 'stays as it is written', empty: 'becomes empty', error: 'is an error'};

/** What mcp-fix may change: never a file that somebody else writes. */
const mayChange = ({keptBy}) => (keptBy === null ? 'yes' : `no: it belongs to ${keptBy.who.replace(' "*"', '')}`);

const sectionOf = (client) => {
  const {rules} = client;
  const {fields} = rules;
  const linux = filesOf(client, 'linux');
  const files = (linux.length > 0 ? linux : filesOf(client, 'win32')).map((file) => file.scope);
  const scopes = [
    ...new Set([
      ...files,
      ...filesOf(client, 'darwin').map((file) => file.scope),
      ...filesOf(client, 'win32').map((file) => file.scope),
    ]),
  ];
  const rows = scopes.map((scope) => {
    const at = (platform) =>
      filesOf(client, platform)
        .filter((file) => file.scope === scope)
        .slice(0, 3)
        .map((file) => code(file.path))
        .join('<br>') || '–';
    const file = ['linux', 'darwin', 'win32']
      .flatMap((platform) => filesOf(client, platform))
      .find((one) => one.scope === scope);
    const others = new Map(file.more.map(({scope: other, path: keys}) => [other, keys]));
    const more = [...others]
      .map(
        ([other, keys]) =>
          `<br>(and the scope ${other}: ${keyOf(keys.map((key) => (key === project ? '<folder>' : key)))})`,
      )
      .join('');
    return `| ${scope} | ${at('linux')} | ${at('darwin')} | ${at('win32')} | ${keyOf(file.tables[0])}${more} | ${dialectOf(file)} | ${mayChange(file)} |`;
  });
  const keys = [
    fields.command,
    fields.args,
    fields.env,
    fields.cwd,
    ...fields.url,
    fields.headers,
    fields.type,
    fields.disabled,
    fields.enabled,
    fields.timeout,
  ].filter((key) => key !== null);
  return [
    `## ${client.name} (${code(client.id)})`,
    '',
    '| scope | Linux | macOS | Windows | servers under | format | mcp-fix may change it |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `- Keys: ${list(keys)}${rules.commandIsArray ? '; the command is a list of words' : ''}`,
    `- Transports: ${
      Object.keys(rules.types).length === 0
        ? 'by key'
        : Object.entries(rules.types)
            .filter(([, meaning]) => meaning !== 'unknown')
            .map(([word, meaning]) => `${code(word)} = ${meaning}`)
            .join(', ')
    }. A URL without a type: ${WITHOUT_TYPE[rules.urlWithoutType]}.`,
    rules.expansion.syntax.length === 0
      ? '- Variables: none expand.'
      : `- Variables: ${list(rules.expansion.syntax)} in ${rules.expansion.where.join(', ')}; one that is not set ${UNSET[rules.expansion.unset]}.`,
    client.precedence.length === 0
      ? '- The same name in two files counts as two servers here.'
      : `- Of one name the strongest scope wins: ${client.precedence.join(' > ')}.`,
    ...(alsoReadBy(client).length === 0
      ? []
      : [`- Also takes servers from files of other clients, which are listed there: ${list(alsoReadBy(client))}.`]),
    `- After a change: ${rules.reload}`,
    '',
  ].join('\n');
};

const text = [
  '<!-- generated by src/build/docs-clients.mjs from src/clients; do not edit -->',
  '# Clients',
  '',
  `mcp-fix knows ${CLIENTS.length} clients: where each keeps its servers, and what an entry means there. Variables that move these`,
  'places (XDG_CONFIG_HOME, CLAUDE_CONFIG_DIR, CODEX_HOME and others) are honoured. `*` stands for any name.',
  '',
  'A plugin, an extension and an administrator write their files anew with every update. mcp-fix reads them, says who',
  'owns them, shows what would have to change there, and writes none of it.',
  '',
  ...CLIENTS.map(sectionOf),
  '## Not read',
  '',
  'Servers can stand in further places that mcp-fix does not look into:',
  '',
  '- what lies in an account and not on this machine: connectors of claude.ai, servers of a team, of a dashboard or of Warp Drive;',
  '- the front matter of agents (`.claude/agents/*.md`, `.github/agents/*.md`), which counts for one agent only;',
  '- what is given on a command line (`--mcp-config`, `--additional-mcp-config`, `codex -c`);',
  '- XML and preference files of JetBrains IDEs and Eclipse, recipes of Goose, extensions of Zed;',
  '- `crushrc` of Crush, which is a shell script, and what a `$(…)` prints: neither is ever run to be read;',
  '- the settings that a person enters for an extension of Claude Desktop (`${user_config.NAME}`): they stay as they are written;',
  '- Raycast, which keeps its servers in no documented file.',
  '',
].join('\n');
const file = path.join(root, 'docs/clients.md');
const isFresh = fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;
if (process.argv.includes('--check')) {
  if (!isFresh) process.stderr.write('docs/clients.md is stale: run npm run docs\n');
  process.exitCode = isFresh ? 0 : 1;
} else fs.writeFileSync(file, text);
