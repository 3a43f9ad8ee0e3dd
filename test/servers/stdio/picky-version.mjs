// Refuses every revision but one, instead of offering its own.
import {say, serve} from './serve.mjs';

serve({
  before: ({id, method, params}) => {
    if (method !== 'initialize' || params.protocolVersion === '2024-11-05') return true;
    const data = {supported: ['2024-11-05'], requested: params.protocolVersion};
    say({jsonrpc: '2.0', id, error: {code: -32602, message: 'Unsupported protocol version', data}});
    return false;
  },
});
