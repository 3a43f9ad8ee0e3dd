import type http from 'node:http';
import {ask} from '../../src/probes/remote/exchange.ts';
import {aHost} from './a-host.ts';
import {aLine} from './a-line.ts';
import {type AWorld, aWorld} from './a-world.ts';
import {type Loopback, openHttp} from './loopback.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

const CODES = [301, 302, 303, 307, 308];
const CANARY = 'C4n4ry-9f8e7d6c5b4a-Value';
const HEADERS = ['Authorization', 'Cookie', 'X-API-Key', 'Mcp-Session-Id', 'Proxy-Authorization', 'X-Custom-Token'];
const METHODS = ['GET', 'POST'] as const;

/** Ways to lead somewhere else: another port, name, family, scheme, a user before the host, and a chain. */
const CHANGES: Readonly<Record<string, (own: number, other: number) => string>> = {
  'another port': (_own, other) => `http://127.0.0.1:${other}/steal`,
  'another name': (_own, other) => `http://localhost:${other}/steal`,
  'no scheme': (_own, other) => `//127.0.0.1:${other}/steal`,
  'a user name before it': (own, other) => `http://127.0.0.1:${own}@127.0.0.1:${other}/steal`,
  'a chain': (_own, other) => `/hop?to=${encodeURIComponent(`http://127.0.0.1:${other}/steal`)}`,
  'back slashes': (_own, other) => `http:\\\\127.0.0.1:${other}\\steal`,
};

const redirecting = (own: () => number, other: number): Promise<Loopback> =>
  openHttp((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x.example');
    const to = url.searchParams.get('to');
    const code = Number(url.searchParams.get('code') ?? 307);
    const change = CHANGES[url.searchParams.get('change') ?? ''];
    if (to !== null) response.writeHead(code, {location: to}).end();
    else response.writeHead(code, {location: change === undefined ? '/' : change(own(), other)}).end();
  });

/** The whole program against a server that sends every request elsewhere. */
const wholeProgram = (options: TrialOptions, world: AWorld, url: string): Promise<unknown> => {
  const headers = Object.fromEntries(HEADERS.map((name) => [name, CANARY]));
  world.write('home/.claude.json', {
    mcpServers: {notes: {type: 'http', url, headers}, old: {type: 'sse', url, headers}},
  });
  return runToEnd([process.execPath, options.program, 'check', '--yes', '--json', '--timeout', '8000'], {
    cwd: world.project,
    env: world.env,
  });
};

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (dir) => {
    const arrived: string[] = [];
    let requests = 0;
    const note = (request: http.IncomingMessage, body: string): void => {
      requests += 1;
      const all = `${request.url} ${JSON.stringify(request.headers)} ${body}`;
      if (all.includes(CANARY)) arrived.push(`${request.method} ${all.slice(0, 200)}`);
    };
    const foreign = await openHttp((request, response, body) => {
      note(request, body);
      response.writeHead(200, {'content-type': 'application/json'}).end('{}');
    });
    let port = 0;
    const own = await redirecting(() => port, foreign.port);
    port = own.port;
    const host = aHost(dir);
    const rows = CODES.flatMap((code) =>
      Object.keys(CHANGES).flatMap((change) =>
        METHODS.flatMap((method) => HEADERS.map((header) => ({code, change, method, header}))),
      ),
    );
    const chosen = sample(randomOf(options.seed), rows, scaled(rows.length, options));
    const wrong: string[] = [];
    await inLanes(chosen, 4, async ({code, change, method, header}) => {
      const before = arrived.length;
      const url = new URL(
        `http://127.0.0.1:${own.port}/?code=${code}&change=${encodeURIComponent(change)}&api_key=${CANARY}`,
      );
      const question = {
        purpose: 'trial',
        method,
        url,
        own: {},
        secret: {[header]: CANARY},
        ...(method === 'POST' ? {body: `{"key":"${CANARY}"}`} : {}),
      };
      await ask(aLine(host, 5000, [CANARY]), question);
      if (arrived.length > before) wrong.push(`${code} ${change} ${method} ${header}: ${arrived.at(-1)}`);
    });
    const world = aWorld(dir);
    for (const code of options.scale < 0.3 ? [307] : CODES)
      for (const change of ['another port', 'a chain']) {
        await wholeProgram(
          options,
          world,
          `http://127.0.0.1:${own.port}/mcp?code=${code}&change=${encodeURIComponent(change)}`,
        );
      }
    if (arrived.length > wrong.length) wrong.push(`the whole program: ${arrived.at(-1)}`);
    await Promise.all([own.close(), foreign.close()]);
    return {
      figures: `${arrived.length} of ${chosen.length} canaries at a foreign origin (${requests} requests came there), whole program included`,
      wrong: few(wrong),
    };
  });

export const r07: Trial = {promise: 'R7', title: 'a redirect carries nothing to another origin', run};
