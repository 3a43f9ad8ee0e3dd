import {say, serve, TOOLS} from './serve.mjs';

serve({
  before: ({id, method, params}) => {
    if (method !== 'tools/list') return true;
    if (params?.cursor === undefined) say({jsonrpc: '2.0', id, result: {tools: [TOOLS[0]], nextCursor: 'two'}});
    else say({jsonrpc: '2.0', id, result: {tools: [TOOLS[1]], nextCursor: ''}});
    return false;
  },
});
