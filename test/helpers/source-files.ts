import fs from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  /** The first folder below src. */
  readonly room: string;
  readonly text: string;
}

/** Every source file below src. */
export const sourceFiles = (): readonly SourceFile[] => walk(path.join(root, 'src'));

const walk = (folder: string): readonly SourceFile[] =>
  fs.readdirSync(folder, {withFileTypes: true}).flatMap((item): readonly SourceFile[] => {
    const full = path.join(folder, item.name);
    if (item.isDirectory()) return walk(full);
    if (!/\.(ts|tsx|mjs)$/.test(item.name)) return [];
    const from = path.relative(root, full).split(path.sep);
    return [{path: from.join('/'), room: from[1] ?? '', text: fs.readFileSync(full, 'utf8')}];
  });

/** Module names of every import and dynamic import in a source text. */
export const importsOf = (text: string): readonly string[] =>
  [
    ...text.matchAll(/^\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gm),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
