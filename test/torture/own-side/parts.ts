import dgram from 'node:dgram';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type {Certified} from './certificate.ts';

/** The healthy server's address and name in the namespace of a trial; both are reserved for documentation. */
export const ADDRESS = '203.0.113.10';
export const NAME = 'mcp.example.com';

const listening = (server: net.Server, port: number, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.on('connection', (socket: net.Socket) => socket.on('error', () => socket.destroy()));
    server.listen(port, address, resolve);
  });

/** What a healthy MCP server at /mcp answers. */
export const answerHealthily = (request: http.IncomingMessage, response: http.ServerResponse, body: string): void => {
  if (request.url !== '/mcp') return void response.writeHead(404).end();
  if (request.method !== 'POST') return void response.writeHead(405).end();
  const {id, method, params} = JSON.parse(body);
  if (id === undefined) return void response.writeHead(202).end();
  const result =
    method === 'initialize'
      ? {protocolVersion: params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: 'n', version: '1'}}
      : method === 'tools/list'
        ? {tools: [{name: 'read', description: 'reads', inputSchema: {type: 'object'}}]}
        : null;
  const error = {code: -32601, message: 'Method not found'};
  response.writeHead(200, {'content-type': 'application/json'});
  response.end(JSON.stringify({jsonrpc: '2.0', id, ...(result === null ? {error} : {result})}));
};

/** A healthy server. `ahead` sets its clock, which is the right one: ours is wrong then. */
export const healthyAnswer =
  (ahead = 0) =>
  (request: http.IncomingMessage, response: http.ServerResponse): void => {
    let body = '';
    response.setHeader('Date', new Date(Date.now() + ahead).toUTCString());
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => answerHealthily(request, response, body));
  };

export const openHttps = (
  own: Certified,
  handler: http.RequestListener,
  port = 443,
  address = ADDRESS,
): Promise<void> => listening(https.createServer(own, handler), port, address);

export const openPlain = (handler: http.RequestListener, port = 80, address = ADDRESS): Promise<http.Server> => {
  const server = http.createServer(handler);
  return listening(server, port, address).then(() => server);
};

export const openRaw = (onSocket: (socket: net.Socket) => void, port: number, address = ADDRESS): Promise<void> =>
  listening(net.createServer(onSocket), port, address);

/** Carries bytes between a client and a port; `change` may delay, cut or drop what passes. */
export const relay =
  (port: number, change: (chunk: Buffer, pass: (chunk: Buffer) => void, cut: () => void, isAnswer: boolean) => void) =>
  (inner: net.Socket): void => {
    const outer = net.connect({host: ADDRESS, port, allowHalfOpen: true});
    const cut = (): void => {
      inner.resetAndDestroy();
      outer.destroy();
    };
    outer.on('error', cut);
    inner.on('data', (chunk) => change(chunk, (part) => void (outer.writable && outer.write(part)), cut, false));
    outer.on('data', (chunk) => change(chunk, (part) => void (inner.writable && inner.write(part)), cut, true));
    inner.on('close', () => outer.end());
    outer.on('end', () => inner.end());
  };

/** Carries bytes both ways in order, each part as late as `waitMs` says; the end of one side comes last, too. */
export const lateRelay =
  (port: number, waitMs: (bytes: number) => number) =>
  (inner: net.Socket): void => {
    const outer = net.connect({host: ADDRESS, port, allowHalfOpen: true});
    outer.on('error', () => inner.destroy());
    const carry = (from: net.Socket, to: net.Socket): void => {
      let last = Promise.resolve();
      const then = (ms: number, act: () => void): void => {
        last = last.then(() => new Promise((done) => setTimeout(done, ms))).then(act);
      };
      from.on('data', (chunk) => then(waitMs(chunk.length), () => void (to.writable && to.write(chunk))));
      from.on('end', () => then(0, () => void to.end()));
      from.on('close', () => then(0, () => void to.end()));
    };
    carry(inner, outer);
    carry(outer, inner);
  };

/** A proxy that opens tunnels to the healthy server, or answers what it is told. */
export const openProxy = async (
  port: number,
  refuse: {readonly status: string; readonly headers?: string; readonly body?: string} | null,
  onTunnel?: (socket: net.Socket) => void,
): Promise<void> => {
  const refusal =
    refuse === null
      ? ''
      : `HTTP/1.1 ${refuse.status}\r\n${refuse.headers ?? ''}Connection: close\r\n\r\n${refuse.body ?? ''}`;
  const server = await openPlain(
    (_, response) => {
      response.socket?.end(refusal);
    },
    port,
    '127.0.0.1',
  );
  server.on('connect', (_request, socket: net.Socket) => {
    if (refuse !== null) return void socket.end(refusal);
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    (onTunnel ?? relay(443, (chunk, pass) => pass(chunk)))(socket);
  });
};

/** What a name server of ours says: addresses of either kind, or one of its refusals (RFC 1035, 4.1.1), or nothing. */
export type Says =
  | {readonly a?: string | readonly string[]; readonly aaaa?: string | readonly string[]}
  | {readonly code: 2 | 3 | 5}
  | 'silence';

/** A name server; what it says may depend on the name and on the type that is asked for (1: A, 28: AAAA). */
export const openNames = (answers: Says | ((name: string, type: number) => Says)): Promise<void> =>
  new Promise((resolve) => {
    const server = dgram.createSocket('udp4');
    server.on('message', (asked, from) => {
      const end = asked.indexOf(0, 12) + 5;
      const type = asked.readUInt16BE(end - 4);
      const says = typeof answers === 'function' ? answers(nameIn(asked), type) : answers;
      if (says === 'silence') return;
      const listed = 'code' in says ? undefined : type === 1 ? says.a : type === 28 ? says.aaaa : undefined;
      const addresses = (typeof listed === 'string' ? [listed] : (listed ?? [])).map(addressBytes);
      const head = Buffer.from(asked.subarray(0, end));
      head.writeUInt16BE(0x8180 | ('code' in says ? says.code : 0), 2);
      for (const [at, count] of [
        [6, addresses.length],
        [8, 0],
        [10, 0],
      ] as const)
        head.writeUInt16BE(count, at);
      const records = addresses.map((data) =>
        Buffer.concat([Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length]), data]),
      );
      server.send(Buffer.concat([head, ...records]), from.port, from.address);
    });
    server.bind(53, '127.0.0.53', resolve);
  });

/** The name of a question: its labels, each behind its length. */
const nameIn = (asked: Buffer): string => {
  const labels: string[] = [];
  for (let at = 12; (asked[at] ?? 0) > 0; at += (asked[at] ?? 0) + 1)
    labels.push(asked.subarray(at + 1, at + 1 + (asked[at] ?? 0)).toString('latin1'));
  return labels.join('.').toLowerCase();
};

/** An IP address as its four or sixteen bytes. */
export const addressBytes = (text: string): Buffer => {
  if (net.isIPv4(text)) return Buffer.from(text.split('.').map(Number));
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (dotted !== null) {
    const [, before = '', ...four] = dotted;
    const [a = 0, b = 0, c = 0, d = 0] = four.map(Number);
    return addressBytes(`${before}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`);
  }
  const [left = '', right = ''] = text.split('::');
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));
  const zeros = Array.from({length: 8 - groups(left).length - groups(right).length}, () => '0');
  return Buffer.from(
    [...groups(left), ...zeros, ...groups(right)].map((group) => group.padStart(4, '0')).join(''),
    'hex',
  );
};
