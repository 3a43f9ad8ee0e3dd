import {whereInUse} from '../borrowed.ts';
import type {Client} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';

const FILE = {tables: [['mcpServers'], ['servers'], ['mcp', 'servers'], []]} as const;

/** Files of other clients that it takes servers from. */
const alsoReads = ({env, home, join, project}: Places): readonly string[] =>
  [
    home('.claude.json'),
    join(env('CODEX_HOME') ?? home('.codex'), 'config.toml'),
    project('.mcp.json'),
    project('.codex', 'config.toml'),
  ].filter((path) => path !== null);

/** Warp takes several spellings of the table of servers, and a file without any. */
export const warp: Client = {
  id: 'warp',
  name: 'Warp',
  rules: rulesOf('warp', 'Warp', {
    fields: {cwd: 'working_directory', url: ['url', 'serverUrl']},
    expansion: {syntax: ['${VAR}'], where: ['command', 'args', 'env', 'url', 'headers', 'cwd'], unset: 'literal'},
    reload: 'Warp restarts the server when the file is saved.',
  }),
  reading: STANDARD_READING,
  files: ({home, project}) => [
    ...configFile(project('.warp', '.mcp.json'), 'project', {...FILE, isProjectFile: true}),
    ...configFile(home('.warp', '.mcp.json'), 'user', FILE),
    // A place for "other agents", which is no other client's own.
    ...configFile(project('.agents', '.mcp.json'), 'project-agents', {...FILE, isProjectFile: true}),
    ...configFile(home('.agents', '.mcp.json'), 'user-agents', FILE),
  ],
  alsoReads,
  borrows: whereInUse('Warp', ({home}) => home('.warp'), alsoReads),
  precedence: [],
  judge: null,
};
