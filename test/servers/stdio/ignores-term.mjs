import {serve} from './serve.mjs';

process.on('SIGTERM', () => undefined);
serve({stays: true});
setInterval(() => undefined, 1000);
