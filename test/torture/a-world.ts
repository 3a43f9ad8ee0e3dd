import fs from 'node:fs';
import path from 'node:path';

/** A home and a project below one folder, with a clean environment. */
export interface AWorld {
  readonly dir: string;
  readonly home: string;
  readonly project: string;
  readonly env: Readonly<Record<string, string>>;
  /** Writes a file below `dir`; objects as JSON. Answers its path. */
  readonly write: (relative: string, content: string | object, mode?: number) => string;
}

export const aWorld = (dir: string): AWorld => {
  const [home, project, tmp] = ['home', 'project', 'tmp'].map((name) => path.join(dir, name));
  for (const folder of [home, project, tmp]) fs.mkdirSync(folder ?? '', {recursive: true});
  return {
    dir,
    home: home ?? '',
    project: project ?? '',
    env: {
      PATH: [...new Set([path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'])].join(':'),
      HOME: home ?? '',
      USER: 'dev',
      LOGNAME: 'dev',
      LANG: 'C.UTF-8',
      TMPDIR: tmp ?? '',
    },
    write: (relative, content, mode) => {
      const file = path.join(dir, relative);
      fs.mkdirSync(path.dirname(file), {recursive: true});
      fs.writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
      if (mode !== undefined) fs.chmodSync(file, mode);
      return file;
    },
  };
};

/** A healthy server in one line of `node -e`, with room for what is wrong with it before and after. */
export const serverScript = (before = '', after = ''): string => `${before};
let rest = '';
const say = (id, result) => process.stdout.write(JSON.stringify({jsonrpc: '2.0', id, result}) + '\\n');
process.stdin.on('data', (part) => {
  rest += part;
  const lines = rest.split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    const {id, method, params} = JSON.parse(line);
    if (method === 'initialize') say(id, {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'n', version: '1'}});
    else if (method === 'tools/list') say(id, {tools: [{name: 'read', description: 'reads', inputSchema: {type: 'object'}}]});
    else if (id !== undefined) process.stdout.write(JSON.stringify({jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}}) + '\\n');
  }
});
process.stdin.on('end', () => process.exit(0));
${after}`;
