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
/** Under which key the servers stand. */
const tableOf = ({tables: [table, ...rest], tablesAre, more}) => {
  const others = new Map(more.map(({scope: other, path: keys}) => [other, keys]));
  const bare = rest.some((keys) => keys.length === 0) ? ' or the file itself' : '';
  const further = [...others].map(
    ([other, keys]) =>
      `<br>(and the scope ${other}: ${keyOf(keys.map((key) => (key === project ? '<folder>' : key)))})`,
  );
  return `${keyOf(table)}${bare}${tablesAre === 'object' ? '' : ', a list'}${further.join('')}`;
};

/** What a server of the client is given besides its own variables. */
const environmentOf = ({environment: {kind, names, drops, adds}}) => {
  const marks = Object.entries(adds).map(([name, value]) => `${name}=${value.replace('{project}', project)}`);
  const plain = drops.map((part) => part.replace(/^\^/, '').replace(/\$$/, part.startsWith('^') ? '' : '*'));
  const left = {
    all: `all that the client has${plain.length === 0 ? '' : `, but no name with ${list(plain)}`}`,
    sdk: 'the short list of the SDK (HOME, PATH, USER and the like)',
    list: `only ${list(names)}`,
  }[kind];
  return `${left}${marks.length === 0 ? '' : `; and ${list(marks)}`}`;
};

const FORMATS = {
  toml: 'TOML',
  yaml: 'YAML',
  xml: 'XML, which its program writes',
  properties: 'a preference, which its program writes',
};
const dialectOf = ({path: file, format, dialect}) =>
  file.endsWith('.md') ? 'YAML, as front matter' : (FORMATS[format] ?? jsonOf(dialect));
const jsonOf = (dialect) =>
  dialect.trailingCommas
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
    return `| ${scope} | ${at('linux')} | ${at('darwin')} | ${at('win32')} | ${tableOf(file)} | ${dialectOf(file)} | ${mayChange(file)} |`;
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
    `- A local server is given ${environmentOf(rules)}.`,
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
  'So are those that change what a server of Claude Code is given: CLAUDE_CODE_MCP_ALLOWLIST_ENV leaves the short list of',
  'the SDK, CLAUDE_CODE_SUBPROCESS_ENV_SCRUB takes credentials out, CLAUDE_CODE_SAFE_MODE starts no server. Marks that differ',
  'from run to run (CLAUDE_CODE_SESSION_ID, OPENCODE_PID) are not imitated.',
  '',
  'A plugin, an extension and an administrator write their files anew with every update. mcp-fix reads them, says who',
  'owns them, shows what would have to change there, and writes none of it. The same holds for settings that a program of',
  'the desktop writes when it ends (XML of JetBrains IDEs, preferences of Eclipse).',
  '',
  'An agent (a Markdown file with YAML in front) and a recipe count for themselves alone: their servers are listed under a',
  'scope of their own, and are changed in their front matter like any other setting.',
  '',
  ...CLIENTS.map(sectionOf),
  '## Not read',
  '',
  'Servers can stand in further places that mcp-fix does not look into:',
  '',
  '- what lies in an account and not on this machine: connectors of claude.ai, servers of a team, of a dashboard or of Warp Drive;',
  '- what is given on a command line or in a variable (`--mcp-config`, `--additional-mcp-config`, `codex -c`, `OPENCODE_CONFIG_CONTENT`);',
  '- what a client adds while it runs: built-in servers, those that an extension of an editor registers, Zed’s own download of an extension’s program (the server is named; what it starts only Zed knows);',
  '- files of single runs whose place nobody can know: a recipe of Goose elsewhere than in the folders above, a workspace of Eclipse that holds neither the project nor stands in `~/eclipse-workspace`;',
  '- `crushrc` of Crush, which is a shell script, and what a `$(…)` prints: neither is ever run to be read;',
  '- values that are entered in a client: settings of an extension of Claude Desktop (`${user_config.NAME}`), secrets of a repository (`${{ secrets.NAME }}`), answers to `${input:NAME}`: they stay as they are written;',
  '- the list of variables that Kiro was told to replace ("Mcp Approved Env Vars"): mcp-fix takes all of them for approved;',
  '- programs of which the place of the file is known, but not surely what an entry means there (BoltAI, Jan, AnythingLLM, Witsy, Cody, Pi, OpenClaw, Hermes, CodeArts, Abacus): a finding about them would be a guess;',
  '- Raycast, which keeps its servers in no documented file, and VS Code’s own front matter: it reads agents without their `mcp-servers`.',
  '',
].join('\n');
const file = path.join(root, 'docs/clients.md');
const isFresh = fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;
if (process.argv.includes('--check')) {
  if (!isFresh) process.stderr.write('docs/clients.md is stale: run npm run docs\n');
  process.exitCode = isFresh ? 0 : 1;
} else fs.writeFileSync(file, text);
