import {serve} from './serve.mjs';

process.stderr.write('[error-reporter] 0 errors so far\nWARN deprecated option ignored\n');
serve();
