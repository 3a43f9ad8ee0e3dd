import type http from 'node:http';
import {isRecord, type Json} from '../../src/model/json.ts';
import type {Handler} from './http-server.ts';

type Message = {readonly [key: string]: Json};

export const TOOLS: Json = [
  {name: 'read_note', description: 'Reads a note', inputSchema: {type: 'object', properties: {}}},
];

export const parse = (body: string): Message => {
  const value: Json = body === '' ? {} : JSON.parse(body);
  return isRecord(value) ? value : {};
};

export const sendJson = (
  response: http.ServerResponse,
  status: number,
  value: Json,
  headers: http.OutgoingHttpHeaders = {},
): void => {
  response.writeHead(status, {'content-type': 'application/json', ...headers});
  response.end(JSON.stringify(value));
};

/** What a healthy legacy server answers; null for a notification. */
export const answerOf = (message: Message): Json => {
  if (message['id'] === undefined) return null;
  const of = (result: Json): Json => ({jsonrpc: '2.0', id: message['id'] ?? null, result});
  if (message['method'] === 'initialize') {
    const params = isRecord(message['params']) ? message['params'] : {};
    const info = {name: 'notes', version: '1.2.3'};
    return of({
      protocolVersion: params['protocolVersion'] ?? '2025-11-25',
      capabilities: {tools: {}},
      serverInfo: info,
    });
  }
  if (message['method'] === 'tools/list') return of({tools: TOOLS});
  return {jsonrpc: '2.0', id: message['id'], error: {code: -32601, message: 'Method not found'}};
};

/** A healthy Streamable HTTP server at /mcp: JSON answers only, 405 on GET, 202 for notifications, no session. */
export const healthy: Handler = (request, response, body) => {
  if (request.url?.split('?')[0] !== '/mcp') return sendJson(response, 404, {error: 'not found'});
  if (request.method !== 'POST') return response.writeHead(405, {allow: 'POST'}).end();
  const answer = answerOf(parse(body));
  if (answer === null) return response.writeHead(202).end();
  return sendJson(response, 200, answer);
};

/** The same with event streams and a session that is demanded after initialize. */
export const withSession =
  (wrong: {readonly status: number; readonly message: string} = {status: 404, message: 'Session not found'}): Handler =>
  (request, response, body) => {
    if (request.method === 'DELETE') return response.writeHead(200).end();
    if (request.method !== 'POST') return response.writeHead(405).end();
    const message = parse(body);
    const isFirst = message['method'] === 'initialize';
    if (!isFirst && request.headers['mcp-session-id'] !== 'session-1') {
      return sendJson(response, wrong.status, {
        jsonrpc: '2.0',
        id: null,
        error: {code: -32001, message: wrong.message},
      });
    }
    const answer = answerOf(message);
    if (answer === null) return response.writeHead(202).end();
    response.writeHead(200, {'content-type': 'text/event-stream', ...(isFirst ? {'mcp-session-id': 'session-1'} : {})});
    response.write(': hello\n\n');
    return response.end(`event: message\r\ndata: ${JSON.stringify(answer)}\r\n\r\n`);
  };

/** A legacy HTTP+SSE server: the stream at /sse, messages to /messages; 404 or 405 elsewhere. */
export const legacySse = (
  endpoint: (request: http.IncomingMessage) => string = () => '/messages?sessionId=1',
): Handler => {
  let stream: http.ServerResponse | null = null;
  return (request, response, body) => {
    const path = request.url?.split('?')[0];
    if (path === '/sse' && request.method === 'GET') {
      stream = response;
      response.writeHead(200, {'content-type': 'text/event-stream'});
      return response.write(`event: endpoint\ndata: ${endpoint(request)}\n\n`);
    }
    if (path === '/messages' && request.method === 'POST') {
      response.writeHead(202).end('Accepted');
      const answer = answerOf(parse(body));
      if (answer !== null) stream?.write(`event: message\ndata: ${JSON.stringify(answer)}\n\n`);
      return undefined;
    }
    return response.writeHead(path === '/sse' ? 405 : 404, {'content-type': 'text/plain'}).end('no');
  };
};

/** A server of the modern era only: no initialize, each request with its own metadata and headers. */
export const modern: Handler = (request, response, body) => {
  if (request.method !== 'POST') return response.writeHead(405).end();
  const message = parse(body);
  const id = message['id'] ?? null;
  const fail = (status: number, code: number, text: string, data: Json = null): void =>
    sendJson(response, status, {jsonrpc: '2.0', id, error: {code, message: text, ...(data === null ? {} : {data})}});
  const params = isRecord(message['params']) ? message['params'] : {};
  const meta = isRecord(params['_meta']) ? params['_meta'] : {};
  const version = meta['io.modelcontextprotocol/protocolVersion'];
  if (version === undefined) {
    return fail(400, -32022, 'Unsupported protocol version', {supported: ['2026-07-28'], requested: null});
  }
  if (request.headers['mcp-protocol-version'] !== version || request.headers['mcp-method'] !== message['method']) {
    return fail(400, -32020, 'Header mismatch');
  }
  const done = (result: Message): void =>
    sendJson(response, 200, {jsonrpc: '2.0', id, result: {resultType: 'complete', ...result}});
  if (message['method'] === 'server/discover') {
    return done({
      supportedVersions: ['2026-07-28'],
      capabilities: {tools: {}},
      _meta: {'io.modelcontextprotocol/serverInfo': {name: 'notes', version: '3.0.0'}},
      ttlMs: 0,
      cacheScope: 'private',
    });
  }
  if (message['method'] === 'tools/list') return done({tools: TOOLS, ttlMs: 0, cacheScope: 'private'});
  return fail(404, -32601, 'Method not found');
};
