// Sequences of edits and undos. argv: the seeds, separated by commas. Tells the steps that were made and what broke.
import {withFolder} from '../trial.ts';
import {sequence} from '../undo-sequence.ts';

let steps = 0;
const wrong: string[] = [];
for (const seed of (process.argv[2] ?? '').split(',')) {
  const done = await withFolder((folder) => sequence(folder, Number(seed)), 'fast');
  steps += done.steps;
  if (done.wrong !== null) wrong.push(done.wrong);
}
process.stdout.write(JSON.stringify({steps, wrong}));
