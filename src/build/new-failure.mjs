// Makes the three homes of a new failure: node src/build/new-failure.mjs ID STEP [CLASS]
import {access, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const NEEDS = {
  config: 'entry',
  command: 'command',
  launch: 'launch',
  network: 'network',
  http: 'http',
  auth: 'auth',
  handshake: 'handshake',
  tools: 'tools',
};

const camel = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const rule = (id, step, kind) => `import {defineFailure} from '../failure.ts';

export const ${camel(id)} = defineFailure({
  id: '${id}',
  class: '${kind}',
  step: '${step}',
  title: 'Say in one line what is wrong, without names',
  severity: 'error',
  waitingHelps: false,
  needs: ['${NEEDS[step]}'],
  signatures: [],
  remedies: ['Say in general words what mends it'],
  detect: () => null,
  explain: () => ({cause: '', evidence: []}),
  fixes: () => [],
});
`;

const test = (id) => `import {${camel(id)}} from '../../../src/diagnosis/failures/${id}.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(${camel(id)}, {
  matches: [],
  misses: [],
});
`;

const page = (step) => `---

## What you see

## Why it happens

## What changes

## How to be sure

\`\`\`evidence
{
  "${NEEDS[step]}": {}
}
\`\`\`
`;

const [id, step, kind = 'runtime'] = process.argv.slice(2);
if (
  id === undefined ||
  !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) ||
  !Object.hasOwn(NEEDS, step ?? '') ||
  !/^(auth|quota|runtime|config)$/.test(kind)
) {
  console.error(
    `Usage: npm run new:failure -- ID STEP [CLASS]\n  ID is kebab-case; STEP is one of ${Object.keys(NEEDS).join(', ')}; CLASS is auth, quota, runtime or config`,
  );
  process.exit(2);
}
const homes = {
  [`src/diagnosis/failures/${id}.ts`]: rule(id, step, kind),
  [`test/diagnosis/failures/${id}.test.ts`]: test(id),
  [`docs/failures/${id}.md`]: page(step),
};
for (const [file, text] of Object.entries(homes)) {
  const full = path.join(ROOT, file);
  const isThere = await access(full).then(
    () => true,
    () => false,
  );
  if (isThere) console.error(`${file} is already there; it stays as it is.`);
  else await writeFile(full, text);
}
const list = `src/diagnosis/failures/in-${step}.ts`;
const isListed = (await readFile(path.join(ROOT, list), 'utf8')).includes(`${camel(id)},`);
console.log(
  [
    'Next:',
    ...(isListed ? [] : [`- import ${camel(id)} in ${list}, and put it before the rules that are less exact`]),
    `- write the rule in src/diagnosis/failures/${id}.ts: detect sees evidence and returns facts or null`,
    '- give the test evidence that must match, and a near-miss that must not',
    '- write the four parts of the page and its evidence block, then: node src/build/failure-pages.mjs',
  ].join('\n'),
);
