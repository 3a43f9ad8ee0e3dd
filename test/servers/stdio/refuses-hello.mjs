import {say, serve} from './serve.mjs';

serve({
  before: ({id, method}) => {
    // Touchy: ends on a method that it does not know.
    if (method === 'server/discover' && process.argv[2] === 'touchy') process.exit(9);
    if (method !== 'initialize') return true;
    say({jsonrpc: '2.0', id, error: {code: -32603, message: 'database is locked'}});
    return false;
  },
});
