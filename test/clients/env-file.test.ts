import {describe, expect, test} from 'vitest';
import {findServers} from '../../src/clients/index.ts';
import {tempHome} from '../helpers/temp-home.ts';
import {hostOf} from './hosts.ts';

/** The environment with which the client starts "notes" of a `.vscode/mcp.json` beside this `.env`. */
const envOf = async (text: string | null, entry: object = {}, client: 'vscode' | 'kiro' = 'vscode') => {
  const world = tempHome();
  if (text !== null) world.write('project/.env', text);
  const [file, table] =
    client === 'vscode' ? ['.vscode/mcp.json', 'servers'] : ['.kiro/settings/mcp.json', 'mcpServers'];
  const notes = {command: 'node', envFile: '${workspaceFolder}/.env', ...entry};
  world.write(`project/${file}`, {[table]: {notes}});
  const found = await findServers(hostOf('linux', {}, world.home), {projectDir: world.project});
  const own = found.entries.find((one) => one.name === 'notes' && one.client === client);
  if (own === undefined) throw new Error('not found');
  return {
    env: own.launch?.kind === 'stdio' ? own.launch.env : null,
    secrets: own.secrets,
    as: (id: string) => {
      const {launch} = found.asClient(own, id).entry;
      return launch?.kind === 'stdio' ? launch.env : null;
    },
  };
};

describe('the variables of an envFile', () => {
  test('are given to the server, and the entry has the last word', async () => {
    const text =
      '# ours\nNOTES_TOKEN="sesame-open-7391"\r\nexport MODE=dev\nEMPTY=\nURL=https://x.example/?a=b\n\nno line\n';
    const {env, secrets} = await envOf(text, {env: {MODE: 'prod'}});
    expect(env).toEqual({
      NOTES_TOKEN: 'sesame-open-7391',
      MODE: 'prod',
      EMPTY: '',
      URL: 'https://x.example/?a=b',
    });
    expect(secrets).toContain('sesame-open-7391');
  });
  test('of a file that is not there, or of a client that reads none, are none', async () => {
    expect((await envOf(null)).env).toEqual({});
    expect((await envOf('A=b\n', {}, 'kiro')).env).toEqual({});
    expect((await envOf('A=b\n', {envFile: ''})).env).toEqual({});
  });
  test('go along to another client that reads such a file, and to no other', async () => {
    const {as} = await envOf('A=b\n');
    expect(as('cursor')).toEqual({A: 'b'});
    expect(as('claude-code')).toEqual({});
  });
});
