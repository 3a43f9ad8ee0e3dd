// How well `explain` knows error texts: node test/bench/explain.mjs FAULTS.json
// FAULTS.json is a list of {id, class, signature, signatures_alt, fix}. For each text the first answer is judged: is its
// class the fault's, and does one of its fixes say what the fault's fix says? Prints the misses, then the two rates.
import fs from 'node:fs';
import path from 'node:path';
import {build} from 'esbuild';

const [file] = process.argv.slice(2);
if (file === undefined || !fs.existsSync(file)) {
  console.error('usage: node test/bench/explain.mjs FAULTS.json');
  process.exit(2);
}
const root = path.resolve(import.meta.dirname, '../..');
const bundle = await build({
  entryPoints: [path.join(root, 'src/diagnosis/explain.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  logLevel: 'silent',
});
const code = Buffer.from(bundle.outputFiles[0].text).toString('base64');
const {explainText} = await import(`data:text/javascript;base64,${code}`);

// mcp-fix has four classes; faults of the network and of the protocol belong to the one that can mend them.
const ACCEPTED = {network: ['runtime', 'config'], protocol: ['runtime', 'config']};
const STOP = new Set(
  'the and for with this that from into your you are has have not but use set add get put out off its one any all may can will was were more than then when where which what does done see via only also each same other over under after before again either instead correct server client'.split(
    ' ',
  ),
);
const stem = (word) => word.replace(/(?:ing|ed|es|s)$/, '');
const words = (text) => [
  ...new Set(
    (text.toLowerCase().match(/[a-z0-9][a-z0-9_.-]*[a-z0-9]/g) ?? [])
      .flatMap((word) => [word, ...word.split(/[_.-]/)])
      .filter((word) => word.length > 2 && !STOP.has(word))
      .map(stem),
  ),
];
/** The share of the fault's telling words that the fixes of the answer say, too. */
const share = (fix, fixes) => {
  const said = new Set(words(fixes.join(' ')));
  const wanted = words(fix);
  return wanted.length === 0 ? 1 : wanted.filter((word) => said.has(word)).length / wanted.length;
};

const faults = JSON.parse(fs.readFileSync(file, 'utf8'));
const count = {texts: 0, cls: 0, fix: 0, silent: 0};
for (const fault of faults) {
  for (const text of [fault.signature, ...(fault.signatures_alt ?? [])]) {
    const [first] = explainText(text);
    const cls = first !== undefined && (ACCEPTED[fault.class] ?? [fault.class]).includes(first.class);
    const said = first === undefined ? 0 : share(fault.fix, first.fixes);
    const fix = said >= 0.4;
    count.texts += 1;
    count.cls += cls ? 1 : 0;
    count.fix += fix ? 1 : 0;
    count.silent += first === undefined ? 1 : 0;
    if (cls && fix) continue;
    console.log(
      `${cls ? '' : `CLASS ${fault.class} `}${fix ? '' : `FIX ${said.toFixed(2)} `}${fault.id}: ${text}\n    → ${first === undefined ? 'no answer' : `${first.id} (${first.class}, "${first.matched.slice(0, 60)}")`}\n    wanted: ${fault.fix}`,
    );
  }
}
const rate = (number) => `${((100 * number) / count.texts).toFixed(1)} %`;
console.log(
  `${count.texts} texts of ${faults.length} faults: class right ${rate(count.cls)}, fix right ${rate(count.fix)}, no answer ${rate(count.silent)}`,
);
