import {serve} from './serve.mjs';

serve({before: ({method}) => method !== 'tools/list'});
