// A server of a few lines; `change` says what is different from a healthy one.
import readline from 'node:readline';

export const TOOLS = [
  {name: 'list_notes', description: 'Lists the notes', inputSchema: {type: 'object', properties: {}}},
  {
    name: 'read_note',
    description: 'Reads one note',
    inputSchema: {type: 'object', properties: {id: {type: 'string'}}, required: ['id']},
  },
];

export const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

export const answerTo = ({id, method, params}, change = {}) => {
  const ok = (result) => ({jsonrpc: '2.0', id, result});
  if (method === 'initialize') {
    return ok({
      protocolVersion: change.version ?? params.protocolVersion,
      capabilities: change.capabilities ?? {tools: {}},
      serverInfo: {name: 'notes', version: '1.0.0'},
    });
  }
  if (method === 'tools/list') return ok({tools: change.tools ?? TOOLS});
  if (id === undefined) return null;
  return {jsonrpc: '2.0', id, error: {code: -32601, message: 'Method not found'}};
};

/** @param {{write?: Function, before?: Function, stays?: boolean, version?: string, capabilities?: object, tools?: object[]}} change */
export const serve = (change = {}) => {
  const write = change.write ?? say;
  const lines = readline.createInterface({input: process.stdin});
  lines.on('line', (line) => {
    let message;
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    if (change.before?.(message) === false || message.method === undefined) return;
    const answer = answerTo(message, change);
    if (answer !== null) write(answer, message);
  });
  lines.on('close', () => {
    if (change.stays !== true) process.exit(0);
  });
};
