// Lists its tools; its prompts fail, and its resources are never answered.
import {say, serve} from './serve.mjs';

serve({
  capabilities: {tools: {}, prompts: {}, resources: {}},
  before: ({id, method}) => {
    if (method === 'prompts/list') say({jsonrpc: '2.0', id, error: {code: -32603, message: 'prompt store not ready'}});
    return method !== 'prompts/list' && method !== 'resources/list';
  },
});
