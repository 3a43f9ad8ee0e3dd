import fs from 'node:fs';
import path from 'node:path';
import {applyEdits, modify, parse} from 'jsonc-parser';
import {planChange} from '../../src/clients/edit/index.ts';
import {aHost} from './a-host.ts';

const NAMES = ['a', 'b', 'c'] as const;
type Act = 'append' | 'remove a' | 'remove b' | 'remove c' | 'remove the only one';

interface Case {
  readonly act: Act;
  readonly text: string;
  readonly told: string;
}

const commentOf = (kind: string, name: string): string => (kind === 'line' ? `// of ${name}` : `/* of ${name} */`);

/**
 * Properties with their own comment behind them on the line: the layouts in which node-jsonc-parser (its pull request 133)
 * moves a comment to a neighbour. Every act × line or block comment × comma at the end × LF or CRLF × indentation.
 */
const CASES: readonly Case[] = (['append', 'remove a', 'remove b', 'remove c', 'remove the only one'] as const).flatMap(
  (act) =>
    ['line', 'block'].flatMap((kind) =>
      ['', ','].flatMap((last) =>
        ['\n', '\r\n'].flatMap((eol) =>
          ['  ', '\t'].map((unit) => {
            const names = act === 'remove the only one' ? ['a'] : NAMES;
            const lines = names.map(
              (name, index) =>
                `${unit}${unit}"${name}": "1"${index < names.length - 1 ? ',' : last} ${commentOf(kind, name)}`,
            );
            return {
              act,
              text: ['{', `${unit}"m": {`, ...lines, `${unit}}`, '}', ''].join(eol),
              told: `${act}, ${kind} comments, last comma "${last}", ${JSON.stringify(eol)}, ${JSON.stringify(unit)}`,
            };
          }),
        ),
      ),
    ),
);

const keyOf = (act: Act): string | null =>
  act === 'append' ? null : act === 'remove the only one' ? 'a' : act.slice(-1);

/** What is wrong with the text after the act; null where each comment stands with its own property. */
const troubleWith = ({act, text}: Case, after: string): string | null => {
  const gone = keyOf(act);
  const lines = after.split(/\r?\n/);
  const names = NAMES.filter((name) => text.includes(`"${name}"`));
  const data: unknown = parse(after, [], {allowTrailingComma: true});
  const kept = Object.fromEntries(names.filter((name) => name !== gone).map((name) => [name, '1']));
  const goal = {m: gone === null ? {...kept, d: 'new'} : kept};
  if (JSON.stringify(data) !== JSON.stringify(goal)) return 'the data is not what was asked for';
  for (const name of names) {
    const at = lines.find((line) => line.includes(`of ${name}`));
    if (at === undefined) return `the comment of ${name} is lost`;
    if (name !== gone && !at.includes(`"${name}"`)) return `the comment of ${name} left its line`;
    if (name === gone && /"/.test(at)) return `the comment of ${name} stands with a neighbour`;
  }
  if (gone === null && /\/[/*]/.test(lines.find((line) => line.includes('"d"')) ?? ''))
    return 'the new property has a comment';
  if (text.includes('\r\n') && /[^\r]\n/.test(after)) return 'a line end of another kind';
  return null;
};

/** Appends to and removes from an object whose properties have comments behind them. The library's own edits are the control. */
export const neighbours = async (
  folder: string,
): Promise<{readonly figures: string; readonly wrong: readonly string[]}> => {
  const host = aHost(folder);
  const file = path.join(folder, 'neighbours.jsonc');
  const wrong: string[] = [];
  let control = 0;
  for (const one of CASES) {
    const gone = keyOf(one.act);
    const at = ['m', gone ?? 'd'];
    fs.writeFileSync(file, one.text);
    const edit = gone === null ? ({kind: 'set', value: 'new'} as const) : ({kind: 'remove'} as const);
    const plan = await planChange({file, path: at, edit, why: 'test'}, {host, format: 'jsonc'});
    const trouble = 'refused' in plan ? plan.refused : troubleWith(one, plan.bytesAfter.toString('utf8'));
    if (trouble !== null) wrong.push(`${one.told}: ${trouble}`);
    const library = modify(one.text, at, gone === null ? 'new' : undefined, {
      formattingOptions: {insertSpaces: true, tabSize: 2, eol: '\n'},
    });
    if (troubleWith(one, applyEdits(one.text, library)) !== null) control += 1;
  }
  if (control === 0) wrong.push('the control finds nothing: these cases show nothing');
  return {
    figures: `${CASES.length} cases of a comment behind a property: ${wrong.length} lost or moved to a neighbour (the parser library's own edits: ${control})`,
    wrong,
  };
};
