import {say, serve, TOOLS} from './serve.mjs';

serve({
  before: ({id, method}) => {
    if (method !== 'tools/list') return true;
    say({jsonrpc: '2.0', id, result: {tools: TOOLS, nextCursor: 'again'}});
    return false;
  },
});
