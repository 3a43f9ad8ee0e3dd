/** A reference to something outside the text, in whatever client's spelling. */
export interface Reference {
  /** As it stands: '${NOTES_TOKEN:-none}'. */
  readonly written: string;
  readonly index: number;
  readonly syntax: Syntax;
  readonly name: string;
  /** The text behind ':-'; null where there is none. */
  readonly fallback: string | null;
}

/** Spellings, under the names that `ClientRules.expansion.syntax` uses. */
export type Syntax =
  | '${VAR}'
  | '${VAR:-default}'
  | '$VAR'
  | '%VAR%'
  | '${env:VAR}'
  | '{env:VAR}'
  | '$env:VAR'
  | '${input:id}'
  | '${file:path}'
  | '{file:path}'
  | '${config:key}'
  | '${command:id}'
  | '${{ secrets.X }}'
  | '${user_config.KEY}'
  | '$(command)'
  | '${workspaceFolder}'
  | '${workspaceFolderBasename}'
  | '${userHome}'
  | '${pathSeparator}';

/** The names in braces that stand for a place and not for a variable (VS Code and its relatives). */
const PLACES: Readonly<Record<string, Syntax>> = {
  workspaceFolder: '${workspaceFolder}',
  workspaceRoot: '${workspaceFolder}',
  workspaceFolderBasename: '${workspaceFolderBasename}',
  userHome: '${userHome}',
  pathSeparator: '${pathSeparator}',
  '/': '${pathSeparator}',
};

const SCOPED: Readonly<Record<string, Syntax>> = {
  env: '${env:VAR}',
  input: '${input:id}',
  file: '${file:path}',
  config: '${config:key}',
  command: '${command:id}',
};

const PATTERN = new RegExp(
  [
    String.raw`\$\{\{\s*(?:secrets|inputs|vars)\.(?<secret>[\w.-]+)\s*\}\}`,
    String.raw`\$\{(?<scope>env|input|file|config|command):(?<scoped>[^{}\r\n]{1,200})\}`,
    String.raw`\$\{user_config\.(?<setting>[\w.-]{1,100})\}`,
    String.raw`\$\{(?<place>workspaceFolder|workspaceRoot|workspaceFolderBasename|userHome|pathSeparator|\/)\}`,
    String.raw`\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>[^}]*))?\}`,
    String.raw`\$env:(?<shell>[A-Za-z_]\w*)`,
    String.raw`(?<!\$)\{(?<brace>env|file):(?<braced>[^{}\r\n]{1,200})\}`,
    String.raw`\$\((?<run>[^()\r\n]{1,200})\)`,
    '%(?<percent>[A-Za-z_][A-Za-z0-9_]{2,})%',
    String.raw`(?<![\\$\w])\$(?<bare>[A-Za-z_][A-Za-z0-9_]*)`,
  ].join('|'),
  'g',
);

/**
 * Every reference in a text, in order. A bare `$name` counts when it is written in capitals, as variables are, or when
 * `bareInAnyCase` says that the client would read it; passwords hold dollar signs too.
 */
export const referencesIn = (text: string, bareInAnyCase = false): readonly Reference[] => {
  if (!text.includes('$') && !text.includes('%') && !text.includes('{')) return [];
  // Each text is asked about several times, and the same ones stand in many entries.
  const key = `${bareInAnyCase ? 'any' : 'capitals'} ${text}`;
  const references = KNOWN.get(key) ?? searched(text, bareInAnyCase);
  if (KNOWN.size < MAX_KNOWN && text.length <= 200) KNOWN.set(key, references);
  return references;
};

const KNOWN = new Map<string, readonly Reference[]>();
const MAX_KNOWN = 4000;

const searched = (text: string, bareInAnyCase: boolean): readonly Reference[] => {
  const found: Reference[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const named = match.groups ?? {};
    const add = (syntax: Syntax, name: string, fallback: string | null = null): void => {
      found.push({written: match[0], index: match.index, syntax, name: name.trim(), fallback});
    };
    if (named['secret'] !== undefined) add('${{ secrets.X }}', named['secret']);
    else if (named['scope'] !== undefined) add(SCOPED[named['scope']] ?? '${env:VAR}', named['scoped'] ?? '');
    else if (named['setting'] !== undefined) add('${user_config.KEY}', named['setting']);
    else if (named['place'] !== undefined) add(PLACES[named['place']] ?? '${workspaceFolder}', named['place']);
    else if (named['name'] !== undefined)
      add(named['fallback'] === undefined ? '${VAR}' : '${VAR:-default}', named['name'], named['fallback'] ?? null);
    else if (named['shell'] !== undefined) add('$env:VAR', named['shell']);
    else if (named['brace'] !== undefined)
      add(named['brace'] === 'env' ? '{env:VAR}' : '{file:path}', named['braced'] ?? '');
    else if (named['run'] !== undefined) add('$(command)', named['run']);
    else if (named['percent'] !== undefined) add('%VAR%', named['percent']);
    else if (named['bare'] !== undefined && (bareInAnyCase || /^[A-Z_][A-Z0-9_]+$/.test(named['bare'])))
      add('$VAR', named['bare']);
  }
  return found;
};

/** The spelling names a variable of the environment. */
export const isVariable = (syntax: Syntax): boolean =>
  syntax === '${VAR}' ||
  syntax === '${VAR:-default}' ||
  syntax === '$VAR' ||
  syntax === '%VAR%' ||
  syntax === '${env:VAR}' ||
  syntax === '{env:VAR}' ||
  syntax === '$env:VAR';
