// Answers only after the client has answered a ping and a question for its roots.
import {answerTo, say, serve} from './serve.mjs';

let waiting = null;
serve({
  before: (message) => {
    if (message.method === 'initialize') {
      waiting = message;
      say({jsonrpc: '2.0', id: 'p', method: 'ping'});
      return false;
    }
    if (message.id === 'p' && message.result !== undefined) say({jsonrpc: '2.0', id: 'r', method: 'roots/list'});
    if (message.id === 'r' && Array.isArray(message.result?.roots))
      say({jsonrpc: '2.0', id: 's', method: 'sampling/createMessage'});
    if (message.id === 's' && message.error?.code === -32601) say(answerTo(waiting));
    return true;
  },
});
