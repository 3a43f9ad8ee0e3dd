import {serve} from './serve.mjs';

process.stdout.write('Connecting... ');
serve();
