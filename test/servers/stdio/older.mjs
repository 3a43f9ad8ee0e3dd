import {serve} from './serve.mjs';

serve({version: '2024-11-05'});
