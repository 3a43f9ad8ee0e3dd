import {editAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

/** Signs that part server and tool in a client's names of tools. Source: Gemini CLI, docs/tools/mcp-server.md. */
const PARTING: Readonly<Record<string, string>> = {'gemini-cli': '_'};

export const serverNameUnsafe = defineFailure({
  id: 'server-name-unsafe',
  class: 'config',
  step: 'config',
  title: 'The server’s name does not fit into tool names',
  severity: 'warning',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {match: /server_label'?: string does not match pattern/i, confidence: 'certain'},

    {
      match: /tools\.\d+\.custom\.name: String should match pattern '\^\[a-zA-Z0-9_-\]\{1,64\}\$'/i,
      confidence: 'likely',
    },
  ],
  remedies: ['Rename the server without dots, spaces or slashes: its name becomes part of each tool’s name'],
  detect: ({entry}) => {
    const sign = PARTING[entry.client];
    if (sign !== undefined && entry.name.includes(sign)) return {better: entry.name.replaceAll(sign, '-'), sign};
    return entry.rules.toolPrefix.includes('{server}') && !/^[a-zA-Z0-9_-]+$/.test(entry.name)
      ? {better: entry.name.replace(/[^a-zA-Z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'server', sign: null}
      : null;
  },
  explain: ({better, sign}, {entry}) => ({
    cause:
      sign !== null
        ? `${entry.rules.clientName} parts the names of tools at the first "${sign}", and "${entry.name}" holds one itself: its tools work, but rules about them (policies, allowed tools) do not find them. "${better}" would be safe.`
        : `The name "${entry.name}" holds characters that may not stand in a tool's name, and ${entry.rules.clientName} puts it in front of each tool (${entry.rules.toolPrefix.replace('{server}', entry.name)}…). "${better}" would be safe.`,
    evidence: [{label: `${entry.file}, line ${entry.place.line}`, text: `"${entry.name}": {…}`, deciding: entry.name}],
    location: entry.place,
    confidence: 'possible',
  }),
  fixes: ({better}, {entry}) => [
    editAt(entry, [], {
      id: 'rename-server',
      title: `Rename "${entry.name}" to "${better}"`,
      edit: {kind: 'rename', to: better},
      why: 'The name becomes part of each tool’s name',
    }),
  ],
});
