// Does not notice that its input ends.
import {serve} from './serve.mjs';

serve({stays: true});
setInterval(() => undefined, 1000);
