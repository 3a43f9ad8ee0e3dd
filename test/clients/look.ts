import {findServers} from '../../src/clients/index.ts';
import {machineOf} from '../../src/commands/session.ts';
import {diagnoseAll} from '../../src/diagnosis/index.ts';
import type {Json} from '../../src/model/json.ts';
import {diskOf, hostOf, type Platform, PROJECTS} from './hosts.ts';

interface Asked {
  readonly env?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
}

/** What is found and said of one client's files, from the files alone. */
export const look = async (
  client: string,
  files: Readonly<Record<string, Json>>,
  {env, platform = 'linux'}: Asked = {},
) => {
  const host = hostOf(platform, env);
  const texts = Object.entries(files).map(([path, value]) => [
    path,
    typeof value === 'string' ? value : JSON.stringify(value, null, 2),
  ]);
  const disk = diskOf(platform, Object.fromEntries(texts));
  const found = await findServers(host, {projectDir: PROJECTS[platform], clients: [client], disk});
  const skipped = {skipped: 'not asked'};
  const base = {machine: machineOf(host), handshake: skipped, tools: skipped};
  const idsOf = (evidence: object): readonly string[] => diagnoseAll({...base, ...evidence}).findings.map(({id}) => id);
  return {
    found,
    files: found.files.flatMap((file) => idsOf({file})),
    servers: found.entries.map((entry) => ({
      name: entry.name,
      scope: entry.scope,
      transport: entry.transport,
      state: entry.standing.state,
      ids: idsOf({
        entry: found.evidenceOf(entry),
        ...(entry.transport === 'stdio'
          ? {command: skipped, launch: skipped}
          : {network: skipped, http: skipped, auth: skipped}),
      }),
    })),
  };
};
