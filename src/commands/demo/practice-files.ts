import path from 'node:path';

export interface PracticePlaces {
  readonly home: string;
  readonly project: string;
  /** The practice stdio server, and the Node that runs it. */
  readonly server: string;
  readonly node: string;
  /** Where the practice HTTP server listens, and the token that it wants. */
  readonly port: number;
  readonly token: string;
}

/** The files of the practice home: one fault of each class (config, runtime, auth, quota), and one healthy server. */
export const practiceFiles = (at: PracticePlaces): readonly {readonly path: string; readonly text: string}[] => {
  const url = `http://127.0.0.1:${at.port}`;
  const user = {
    mcpServers: {
      notes: {command: 'nodee', args: [at.server]},
      search: {type: 'http', url: `${url}/mcp`, headers: {Authorization: at.token}},
      // With a key: its own month is used up, not the small share of callers without one.
      archive: {type: 'http', url: `${url}/quota`, headers: {Authorization: `Bearer ${at.token}`}},
      healthy: {command: at.node, args: [at.server]},
    },
    projects: {[at.project]: {hasTrustDialogAccepted: true}},
  };
  const project = {mcpServers: {weather: {command: at.node, args: [at.server, 'WEATHER_TOKEN']}}};
  return [
    {path: path.join(at.home, '.claude.json'), text: json(user)},
    {path: path.join(at.project, '.mcp.json'), text: json(project)},
    {path: path.join(at.project, '.claude', 'settings.local.json'), text: json({enabledMcpjsonServers: ['weather']})},
    // A comma too many, as one edits by hand.
    {
      path: path.join(at.home, '.cursor', 'mcp.json'),
      text: json({mcpServers: {tasks: {command: at.node, args: [at.server]}}}).replace(
        '\n    }\n  }\n}',
        '\n    },\n  }\n}',
      ),
    },
  ];
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
