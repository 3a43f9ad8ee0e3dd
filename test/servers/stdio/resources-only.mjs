import {say, serve} from './serve.mjs';

serve({
  capabilities: {resources: {}, prompts: {}},
  before: ({id, method}) => {
    if (method !== 'resources/list') return true;
    say({jsonrpc: '2.0', id, result: {resources: []}});
    return false;
  },
});
