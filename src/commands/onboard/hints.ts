import path from 'node:path';
import {REAL_DISK} from '../../clients/disk.ts';
import {readSettings} from '../../clients/standing/settings-file.ts';
import {listFolder, readFileBounded} from '../../files/index.ts';
import {valueAt} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import {createRedactor} from '../../model/redact.ts';

/** The project's own texts, as far as they may say where a value comes from. */
export interface ProjectTexts {
  /** Lines that say where to get the variable: at most three, the file's name in front. */
  readonly hintsFor: (name: string) => readonly string[];
  /** Names that the project's example of an environment file lists. */
  readonly exampleNames: readonly string[];
}

interface Text {
  readonly file: string;
  readonly lines: readonly string[];
  readonly isExample: boolean;
}

const EXAMPLE = /^\.?env\.(?:example|sample|template|dist)$|^\.env\.[\w-]+\.example$|^example\.env$/i;
const PROSE =
  /^(?:readme|contributing|setup|install|installation|getting[-_ ]started|mcp)(?:\.[\w-]+)?\.(?:md|mdx|txt|rst)$|^readme$/i;
const MOST_BYTES = 256 * 1024;
const MOST_FILES = 12;
const MOST_HINTS = 3;

/** Reads example environment files, readmes and guides of these folders (not below them), bounded. */
export const readProjectTexts = async (folders: readonly string[]): Promise<ProjectTexts> => {
  const names = await Promise.all(
    [...new Set(folders)].map(async (folder) =>
      (await listFolder(folder))
        .filter((item) => item.isFile && (EXAMPLE.test(item.name) || PROSE.test(item.name)))
        .map((item) => path.join(folder, item.name)),
    ),
  );
  const texts = await Promise.all(
    names
      .flat()
      .sort((a, b) => Number(EXAMPLE.test(path.basename(b))) - Number(EXAMPLE.test(path.basename(a))))
      .slice(0, MOST_FILES)
      .map(
        async (file): Promise<Text> => ({
          file,
          lines: (await textOf(file)).split(/\r?\n/),
          isExample: EXAMPLE.test(path.basename(file)),
        }),
      ),
  );
  const examples = texts.filter((text) => text.isExample);
  return {
    exampleNames: [...new Set(examples.flatMap(({lines}) => lines.flatMap((line) => nameIn(line) ?? [])))],
    hintsFor: (name) => [...new Set(texts.flatMap((text) => hintsIn(text, name)))].slice(0, MOST_HINTS),
  };
};

const textOf = async (file: string): Promise<string> => {
  const read = await readFileBounded(file, {maxBytes: MOST_BYTES});
  return read.kind === 'bytes' ? read.bytes.toString('utf8') : '';
};

/** What the configuration itself says of the values that its client asks for (VS Code's `inputs`), by their id. */
export const inputHints = async (file: string): Promise<Readonly<Record<string, string>>> => {
  const {value} = await readSettings(file, REAL_DISK, 'jsonc', {comments: true, trailingCommas: true});
  const inputs = [valueAt(value, ['inputs']), valueAt(value, ['mcp', 'inputs'])].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const [id, description] = [valueAt(input, ['id']), valueAt(input, ['description'])];
      return typeof id === 'string' && typeof description === 'string' ? [[id, shown(file, description)] as const] : [];
    }),
  );
};

/** Names that a script mentions, of those given: `process.env.NAME`, `os.environ["NAME"]`, or the bare word. */
export const namesInFile = async (file: string, names: readonly string[]): Promise<readonly string[]> => {
  if (names.length === 0) return [];
  const text = await textOf(file);
  return names.filter((name) => wordOf(name).test(text));
};

const nameIn = (line: string): string | null => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ?? null;

const wordOf = (name: string): RegExp => new RegExp(`(?<!\\w)${name.replaceAll(/[^\w]/g, '\\$&')}(?!\\w)`);

const hintsIn = ({file, lines, isExample}: Text, name: string): readonly string[] => {
  const word = wordOf(name);
  const said = (text: string): readonly string[] => (text.trim() === '' ? [] : [shown(file, text)]);
  return lines.flatMap((line, index): readonly string[] => {
    if (!word.test(line)) return [];
    if (isExample) return nameIn(line) === name ? said(commentOf(lines, index)) : [];
    const plain = line.replaceAll(/[*`|]|^[\s#>-]+/g, ' ').trim();
    // A line of a shell or JSON example says nothing about where the value comes from.
    const tells = /\s[a-z]{2,}\s+[a-z]{2,}|https?:\/\//i.test(plain.replace(word, ''));
    const link = /https?:\/\//.test(plain)
      ? ''
      : (lines.slice(index + 1, index + 3).find((one) => /https?:\/\//.test(one)) ?? '');
    return tells ? said(`${plain} ${link}`) : [];
  });
};

/** Foreign text as one short line, with the file's name in front. */
const shown = (file: string, text: string): string => {
  const clean = printableLine(createRedactor().text(text)).replaceAll(/\s+/g, ' ').trim();
  return `${path.basename(file)}: ${clean.length > 200 ? `${clean.slice(0, 199)}…` : clean}`;
};

/** The comment beside the line, else the comment lines right above it. */
const commentOf = (lines: readonly string[], index: number): string => {
  const beside = /\s#\s*(.+)$/.exec(lines[index] ?? '')?.[1];
  if (beside !== undefined) return beside;
  const above: string[] = [];
  for (let at = index - 1; at >= 0 && at >= index - 4; at -= 1) {
    const comment = /^\s*#+\s?(.*)$/.exec(lines[at] ?? '')?.[1];
    if (comment === undefined) break;
    above.unshift(comment);
  }
  return above.join(' ');
};
