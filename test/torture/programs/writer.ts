// Writes the file that we edit, again and again, as another program would. argv: file, how (rename | truncate), lock or none, how often.
// At the end it tells how many updates it made and how many of them were lost.
import fs from 'node:fs';

const [file = '', how = '', lock = '', updates = ''] = process.argv.slice(2);
let last = -1;
let made = 0;
let lost = 0;

const counterIn = (text: string): number => Number(/"counter": (\d+)/.exec(text)?.[1] ?? Number.NaN);

const update = (): boolean => {
  if (lock === 'lock') {
    try {
      fs.mkdirSync(`${file}.lock`);
    } catch {
      return false;
    }
  }
  try {
    const text = fs.readFileSync(file, 'utf8');
    if (last >= 0 && counterIn(text) !== last) lost += 1;
    last = made + 1;
    const next = text.replace(/"counter": \d+/, `"counter": ${last}`);
    if (how === 'rename') {
      fs.writeFileSync(`${file}.theirs`, next);
      fs.renameSync(`${file}.theirs`, file);
    } else fs.writeFileSync(file, next);
    made += 1;
  } finally {
    if (lock === 'lock') fs.rmdirSync(`${file}.lock`);
  }
  return true;
};

process.stdout.write('up\n');
const loop = (): void => {
  if (made >= Number(updates)) {
    process.stdout.write(`${JSON.stringify({made, lost})}\n`);
    return;
  }
  // A breath between two, as a client takes one too.
  setTimeout(loop, update() ? 4 : 1);
};
loop();
