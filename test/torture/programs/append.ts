// Saves records one after the other. argv: data folder, prefix of the ids, how many.
import {saveRecord} from '../../../src/records/index.ts';
import {aRecord} from '../a-record.ts';

const [dataDir = '', prefix = '', count = '0'] = process.argv.slice(2);
for (let index = 0; index < Number(count); index += 1) await saveRecord(dataDir, aRecord(`${prefix}-${index}`));
