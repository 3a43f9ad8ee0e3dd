import {serve} from './serve.mjs';

serve({
  write: (message) => {
    if (message.result?.serverInfo !== undefined)
      message.result = {protocolVersion: 20251125, capabilities: {tools: {}}};
    process.stdout.write(`${JSON.stringify(message)}\n`);
  },
});
