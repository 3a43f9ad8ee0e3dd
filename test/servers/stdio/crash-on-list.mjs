import {serve} from './serve.mjs';

serve({
  before: ({method}) => {
    if (method === 'tools/list') process.exit(4);
  },
});
