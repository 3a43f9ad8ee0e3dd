import {say, serve} from './serve.mjs';

say({jsonrpc: '2.0', method: 'notifications/message', params: {level: 'info', data: 'starting'}});
serve();
