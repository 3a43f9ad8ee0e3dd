// A small, healthy MCP server for practice. It needs what its first argument says: nothing, or a variable's name.
import {createInterface} from 'node:readline';

const needs = process.argv[2];
if (needs !== undefined && !process.env[needs]) {
  process.stderr.write(
    `Error: the environment variable ${needs} is not set. Get a token at your weather service and set it.\n`,
  );
  process.exit(1);
}

const tools = [
  {name: 'list_notes', description: 'Lists the practice notes', inputSchema: {type: 'object', properties: {}}},
  {
    name: 'read_note',
    description: 'Reads one practice note',
    inputSchema: {type: 'object', properties: {id: {type: 'string'}}, required: ['id']},
  },
];

const answer = ({method, params}) => {
  if (method === 'initialize') {
    return {
      result: {
        protocolVersion: params?.protocolVersion ?? '2025-11-25',
        capabilities: {tools: {}},
        serverInfo: {name: 'practice', version: '1.0.0'},
      },
    };
  }
  if (method === 'tools/list') return {result: {tools}};
  if (method === 'ping') return {result: {}};
  return {error: {code: -32601, message: 'Method not found'}};
};

const lines = createInterface({input: process.stdin});
lines.on('line', (line) => {
  const message = JSON.parse(line);
  if (message.id !== undefined)
    process.stdout.write(`${JSON.stringify({jsonrpc: '2.0', id: message.id, ...answer(message)})}\n`);
});
lines.on('close', () => process.exit(0));
