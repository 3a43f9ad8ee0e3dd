// Practice over HTTP: /mcp wants "Authorization: Bearer <token>", /quota has used up its month. Ends with its standard input.
import {createServer} from 'node:http';

const token = process.argv[2];
const json = (response, status, body, headers = {}) => {
  response.writeHead(status, {'content-type': 'application/json', ...headers});
  response.end(JSON.stringify(body));
};

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    if (request.url === '/quota') {
      return json(
        response,
        429,
        {error: {type: 'rate_limit_error', message: 'The monthly quota of 1000 requests is used up'}},
        {'retry-after': '86400'},
      );
    }
    if (request.url !== '/mcp') return json(response, 404, {error: 'not found'});
    if (request.headers.authorization !== `Bearer ${token}`) {
      return json(
        response,
        401,
        {error: 'invalid_token'},
        {'www-authenticate': 'Bearer realm="practice", error="invalid_token"'},
      );
    }
    if (request.method !== 'POST') return json(response, 405, {error: 'method not allowed'}, {allow: 'POST'});
    const message = JSON.parse(text);
    if (message.id === undefined) return response.writeHead(202).end();
    const results = {
      initialize: {
        protocolVersion: '2025-11-25',
        capabilities: {tools: {}},
        serverInfo: {name: 'practice-search', version: '1.0.0'},
      },
      'tools/list': {
        tools: [
          {
            name: 'search',
            description: 'Searches the practice notes',
            inputSchema: {type: 'object', properties: {query: {type: 'string'}}},
          },
        ],
      },
    };
    const result = results[message.method];
    json(response, 200, {
      jsonrpc: '2.0',
      id: message.id,
      ...(result === undefined ? {error: {code: -32601, message: 'Method not found'}} : {result}),
    });
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({port: server.address().port})}\n`));
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
