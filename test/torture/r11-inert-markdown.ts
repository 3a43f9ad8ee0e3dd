import {streamable} from '../../src/model/printable.ts';
import {type Nodes, nodesOf} from './markdown-nodes.ts';
import {PLACES} from './markdown-places.ts';
import {below, few, type Outcome, pick, randomOf, scaled, type Trial, type TrialOptions} from './trial.ts';

/** What would be markup anywhere but in code. */
const PIECES: readonly string[] = [
  '# Heading',
  '\n## Heading\n',
  '\nHeading\n===\n',
  '```',
  '~~~',
  '````js\n',
  '`',
  '``',
  '[a](https://x.example)',
  '![a](https://x.example/p.png)',
  '<https://x.example>',
  'www.x.example',
  'https://x.example/',
  'someone@x.example',
  '<img src=x>',
  '<script>',
  '<details><summary>',
  '</details>',
  '<!--',
  '-->',
  '@someone',
  '#123',
  'owner/name#4',
  '\n- item',
  '\n> quote',
  '\n1. item',
  '|',
  '\n| a | b |\n|---|---|\n',
  '\\',
  '\\`',
  '\n\n',
  '\r',
  '\r\n',
  '\u2028',
  '\n    ',
  '\t',
  '&lt;',
  '---',
  '\n---\n',
  '$$',
  '[^1]',
  '[^1]: note',
  '[a][b]\n\n[b]: https://x.example',
  '[a]: https://x.example',
  '**strong**',
  '~~gone~~',
  '\u0000',
  '\u202e',
  'word ',
  ' ',
];

/** Markup of GitHub that no parser of CommonMark knows, and the start of what one knows. */
const LIVE = /[[\]<@!]|https?:|www\.|#\d/;

/** Runs of back-ticks and of tildes from 1 to 64, each piece alone, and mixtures of up to eight. */
const payloads = (options: TrialOptions): readonly string[] => {
  const random = randomOf(options.seed);
  const runs = Array.from({length: 64}, (_, index) => {
    const run = (index % 8 === 7 ? '~' : '`').repeat(index + 1);
    return `${run}\n# Heading [a](https://x.example)\n${index % 2 === 0 ? run : ''}`;
  });
  const carriage = PIECES.map((piece) => piece.replaceAll('\n', '\r'));
  const fixed = [...runs, ...PIECES, ...new Set(carriage.filter((piece, index) => piece !== PIECES[index]))];
  const mixed = Array.from({length: 300 - fixed.length}, () =>
    Array.from({length: 1 + below(random, 8)}, () => pick(random, PIECES)).join(''),
  );
  const all = [...fixed, ...mixed];
  const count = scaled(all.length, options);
  return Array.from({length: count}, (_, index) => all[Math.floor((index * all.length) / count)] ?? '');
};

/** What the words of a stranger brought into a document that has `calm` nodes with harmless ones. */
const troubleIn = (calm: Nodes, nodes: Nodes): string | null => {
  const more = [...nodes.blocks].find(([type, count]) => count > (calm.blocks.get(type) ?? 0));
  if (more !== undefined) return `${more[1]} ${more[0]}`;
  if (nodes.live.length > calm.live.length) return nodes.live.join(' ');
  // The boxes of a task list are ours.
  const text = nodes.texts
    .map((one) => one.replace(/^\[[ x]\] /, ''))
    .find((one) => LIVE.test(one) && !calm.texts.includes(one));
  if (text !== undefined) return `outside of code: ${text}`;
  return nodes.languages.find((language) => !calm.languages.includes(language)) ?? null;
};

const run = async (options: TrialOptions): Promise<Outcome> => {
  const wrong: string[] = [];
  const said = payloads(options);
  const plain = nodesOf('a word');
  // Written plainly these words are markup: that the parser sees none in our documents means something.
  const harmful = said.filter((payload) => troubleIn(plain, nodesOf(`a word ${payload}`)) !== null).length;
  if (harmful < said.length / 2) wrong.push(`only ${harmful} of ${said.length} payloads are markup at all`);
  // As JSON, behind the last net before a stream: the same words, and no line or control character of theirs.
  for (const payload of said) {
    const out = streamable(JSON.stringify([payload]));
    if (JSON.stringify(JSON.parse(out)) !== JSON.stringify([payload]) || /[\u0000-\u001f\u202e]/.test(out))
      wrong.push(`JSON: ${out}`);
  }
  let code = 0;
  for (const {name, render} of PLACES) {
    const calm = nodesOf(render('a word'));
    if (calm.live.length > 0) wrong.push(`${name}: our own words have ${calm.live.join(' ')}`);
    for (const payload of said) {
      const nodes = nodesOf(render(payload));
      if (nodes.code.length >= calm.code.length) code += 1;
      const trouble = troubleIn(calm, nodes);
      if (trouble !== null) wrong.push(`${name}: ${trouble.slice(0, 200)} of ${JSON.stringify(payload)}`);
    }
  }
  const documents = PLACES.length * said.length;
  return {
    figures: `${said.length} payloads (${harmful} of them markup where they are written plainly) × ${PLACES.length} places of the fix log, the report, the bundle and the onboarding page: ${documents.toLocaleString('en')} documents read by a parser of CommonMark, tables, strike-through and bare links: ${wrong.length} with a link, an image, HTML, a heading or any other node of a stranger; ${code.toLocaleString('en')} hold the words as code; as JSON all ${said.length} read back`,
    wrong: few(wrong),
  };
};

export const r11: Trial = {promise: 'R11', title: 'foreign text is inert in markdown', run};
