import {serve} from './serve.mjs';

process.stdout.write('Notes server 1.0\n[dotenv] injecting env (3) from .env\n');
serve({
  before: ({method}) => {
    if (method === 'tools/list') process.stdout.write('listing\n');
  },
});
