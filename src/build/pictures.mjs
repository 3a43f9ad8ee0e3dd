// Makes docs/pictures/*.svg, and the blocks of README.md and docs/tour.md that show them, from real runs of the built program.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {SCENES} from './picture-scenes.mjs';
import {openScreen} from './picture-screen.mjs';
import {svgOf} from './picture-svg.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = path.join(root, 'docs', 'pictures');
const COLUMNS = 84;
const ROWS = 40;

/** A copy in a place whose path says nothing: paths are in the pictures. */
const stage = path.join(os.tmpdir(), 'mcp-fix');
if (fs.existsSync(stage)) throw new Error(`${stage} is in the way; remove it first.`);
fs.mkdirSync(stage);
try {
  for (const part of ['bin', 'dist', 'package.json'])
    fs.cpSync(path.join(root, part), path.join(stage, part), {recursive: true});
  fs.rmSync(pictures, {recursive: true, force: true});
  fs.mkdirSync(pictures, {recursive: true});
  for (const scene of SCENES) await play(scene);
} finally {
  fs.rmSync(stage, {recursive: true, force: true});
}

const shown = SCENES.flatMap((scene) => scene.steps.filter((step) => step.picture !== undefined));
const block = ({picture, alt}, from) => {
  const at = path.posix.relative(from, `docs/pictures/${picture}`);
  return `<picture><source media="(prefers-color-scheme: dark)" srcset="${at}-dark.svg"><img alt="${alt}" src="${at}-light.svg"></picture>`;
};
fill(
  'README.md',
  'screen',
  `${block(
    shown.find((step) => step.picture === 'what-is-wrong'),
    '.',
  )}\n`,
);
for (const step of shown) fill('docs/tour.md', step.picture, `${block(step, 'docs')}\n`);
process.stdout.write(`docs/pictures: ${shown.length} screens, dark and light\n`);

async function play(scene) {
  for (const name of ['home', 'weather-app']) fs.mkdirSync(path.join(stage, name));
  scene.prepare?.(stage);
  const screen = openScreen({
    argv: [process.execPath, path.join(stage, 'bin', 'mcp-fix.js'), ...scene.args],
    cwd: path.join(stage, 'weather-app'),
    columns: COLUMNS,
    rows: ROWS,
    env: {
      PATH: [path.dirname(process.execPath), '/usr/bin', '/bin'].join(':'),
      HOME: path.join(stage, 'home'),
      TMPDIR: os.tmpdir(),
      LANG: 'C.UTF-8',
      COLORTERM: 'truecolor',
      FORCE_COLOR: '1',
    },
  });
  try {
    for (const step of scene.steps) {
      await screen.waitFor(step.when);
      if (step.picture !== undefined) {
        const lines = tidied(screen.cells());
        for (const theme of ['light', 'dark'])
          fs.writeFileSync(
            path.join(pictures, `${step.picture}-${theme}.svg`),
            svgOf(lines, {theme, columns: COLUMNS, title: step.alt}),
          );
      }
      // One key at a time, as a person presses them: words are typed in one piece.
      screen.write(step.keys);
    }
    await screen.exited;
  } finally {
    screen.end();
    for (const name of ['home', 'weather-app']) fs.rmSync(path.join(stage, name), {recursive: true, force: true});
  }
}

/** The random part of a temporary folder is the same in every run, and as long as before. */
function tidied(lines) {
  return lines.map((runs) =>
    runs.map((run) => ({...run, text: run.text.replaceAll(/(mcp-fix-practice-)\w{6}/g, '$1Xy12Za')})),
  );
}

/** Puts text between `<!-- name -->` and `<!-- /name -->`; a page without the marks is left as it is. */
function fill(page, name, text) {
  const file = path.join(root, page);
  if (!fs.existsSync(file)) return;
  const before = fs.readFileSync(file, 'utf8');
  const after = before.replace(
    new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`),
    (_all, head, tail) => head + text + tail,
  );
  if (after !== before) fs.writeFileSync(file, after);
}
