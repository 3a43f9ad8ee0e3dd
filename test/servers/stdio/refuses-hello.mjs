import {say, serve} from './serve.mjs';

serve({
  before: ({id, method}) => {
    if (method !== 'initialize') return true;
    say({jsonrpc: '2.0', id, error: {code: -32603, message: 'database is locked'}});
    return false;
  },
});
