import fs from 'node:fs';
import {ADDRESS, healthyAnswer, NAME, type openNames, openPlain, openProxy, openRaw, relay} from './parts.ts';

/** One way in which our own side is broken while the server is well. */
export interface Fault {
  readonly name: string;
  /** Failures that name it exactly; 'healthy' where the check must come through all the same. */
  readonly exact: readonly string[];
  readonly arrange: (stage: Stage) => Promise<Arranged | undefined>;
}

export interface Arranged {
  readonly env?: Readonly<Record<string, string>>;
  readonly url?: string;
  /** Words in front of the program: `prlimit --nofile=20`. */
  readonly before?: readonly string[];
}

/** The namespace of a trial, with a healthy server whose certificate the client trusts. */
export interface Stage {
  readonly dir: string;
  readonly shell: (words: string) => void;
  /** Serves the healthy server over TLS; `ahead` milliseconds is how far its (right) clock is from ours. */
  readonly serve: (options?: {
    readonly ahead?: number;
    readonly port?: number;
    readonly by?: string;
    readonly name?: string;
  }) => Promise<void>;
  readonly names: typeof openNames;
}

export const DAY = 86_400_000;
export const known = {a: ADDRESS};
export const PORTAL =
  '<html><head><title>Guest Wi-Fi login</title></head><body>Please accept the terms of this hotspot.</body></html>';

export const named =
  (says: Parameters<typeof openNames>[0]): Fault['arrange'] =>
  async (stage) => {
    await stage.serve();
    await stage.names(says);
    return undefined;
  };
export const clock =
  (ahead: number): Fault['arrange'] =>
  async (stage) => {
    await stage.serve({ahead});
    await stage.names(known);
    return undefined;
  };
export const intercepted =
  (by: string, name = NAME): Fault['arrange'] =>
  async (stage) => {
    await stage.serve({by, name});
    await stage.names(known);
    return undefined;
  };
export const hosts =
  (address: string): Fault['arrange'] =>
  async (stage) => {
    await stage.serve();
    await stage.names(known);
    fs.appendFileSync('/etc/hosts', `${address} ${NAME}\n`);
    return undefined;
  };
export const proxied =
  (refuse: Parameters<typeof openProxy>[1], env: Readonly<Record<string, string>>, url?: string): Fault['arrange'] =>
  async (stage) => {
    await stage.serve();
    await openPlain(healthyAnswer());
    await stage.names(known);
    await openProxy(3128, refuse);
    return {env, ...(url === undefined ? {} : {url})};
  };
export const between =
  (change: Parameters<typeof relay>[1]): Fault['arrange'] =>
  async (stage) => {
    await stage.serve({port: 8443});
    await openRaw(relay(8443, change), 443);
    await stage.names(known);
    return undefined;
  };
export const inFront =
  (status: number, headers: Readonly<Record<string, string>>, times = Number.POSITIVE_INFINITY): Fault['arrange'] =>
  async (stage) => {
    let count = 0;
    await openPlain((request, response) => {
      count += 1;
      if (count > times) return healthyAnswer()(request, response);
      response.writeHead(status, {'content-type': 'text/plain', server: 'edge', ...headers}).end('try again later\n');
    });
    await stage.names(known);
    return {url: HTTP};
  };

export const PROXY = {HTTPS_PROXY: 'http://127.0.0.1:3128', HTTP_PROXY: 'http://127.0.0.1:3128'};
export const HTTP = `http://${NAME}/mcp`;
export const squid = 'X-Squid-Error: ERR_DNS_FAIL 0\r\nServer: squid/6.6\r\n';
