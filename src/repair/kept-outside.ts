import type {Change} from '../model/change.ts';
import type {EntryEvidence} from '../model/evidence.ts';
import {isRecord} from '../model/json.ts';

/** What the person does beside a reference; `isProvable` is false where only the client ever knows the value. */
export interface Hint {
  readonly words: string;
  readonly isProvable: boolean;
}

/** A way to keep a secret out of the file: what is written instead, and what the person does so that it has a value. */
export interface WayOutside {
  readonly id: 'variable' | 'input';
  /** In the entry's own client's spelling. */
  readonly reference: string;
  readonly hint: Hint;
}

/**
 * How the client of the entry takes the value of this change from elsewhere: a variable of its environment, or a question
 * of its own that it asks once (`inputs`, VS Code and Visual Studio). None where it replaces nothing at that place.
 */
export const waysOutside = (
  entry: EntryEvidence,
  change: Change,
  platform: 'linux' | 'darwin' | 'win32',
): readonly WayOutside[] => {
  const {rules} = entry;
  const [field, name] = change.path.slice(entry.at.length);
  const kind = kindOf(entry, field);
  const isOfEntry = change.file === entry.file && entry.at.every((key, index) => change.path[index] === key);
  if (!isOfEntry || kind === null || !rules.expansion.where.includes(kind)) return [];
  const variable = kind === 'env' && typeof name === 'string' ? name : `${shellName(entry.name)}_TOKEN`;
  const id = variable.toLowerCase().replaceAll('_', '-');
  return rules.expansion.syntax
    .flatMap((syntax): readonly WayOutside[] => {
      if (syntax === '${input:id}' && change.path.includes('servers'))
        return [
          {
            id: 'input',
            reference: `\${input:${id}}`,
            hint: {
              words: `${rules.clientName} asks for it once, when it starts the server, and keeps it itself. mcp-fix cannot know that value: keep the change, and start the server in ${rules.clientName} to be sure.`,
              isProvable: false,
            },
          },
        ];
      const isPlain =
        /\bVAR\b/.test(syntax) && !syntax.includes(':-') && (platform === 'win32' || !syntax.includes('%'));
      return isPlain
        ? [
            {
              id: 'variable',
              reference: syntax.replace('VAR', variable),
              hint: {words: setWords(variable, rules.clientName, platform), isProvable: true},
            },
          ]
        : [];
    })
    .filter((way, index, all) => all.findIndex((one) => one.id === way.id) === index)
    .toSorted((a, b) => b.id.localeCompare(a.id));
};

const kindOf = ({rules}: EntryEvidence, field: string | number | undefined): string | null => {
  const {env, headers, url, args} = rules.fields;
  if (typeof field !== 'string') return null;
  if (field === env) return 'env';
  if (field === headers) return 'headers';
  if (field === args) return 'args';
  return url.includes(field) ? 'url' : null;
};

const setWords = (name: string, clientName: string, platform: string): string =>
  platform === 'win32'
    ? `So that it has a value: setx ${name} "…", and start ${clientName} anew. Where it is not set yet, the check after this says so.`
    : `So that it has a value: export ${name}=… in your shell's start file, and start ${clientName} from a new shell. Where it is not set yet, the check after this says so.`;

/** 'my-notes' becomes 'MY_NOTES'. */
const shellName = (name: string): string => {
  const words = name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  return words === '' ? 'SERVER' : /^\d/.test(words) ? `S_${words}` : words;
};

/**
 * The other setting that takes the variable from a file of the project: `envFile`, of clients that have it (VS Code,
 * Cursor). Null where the entry names such a file already, or is no project's.
 */
export const fileOutside = (
  entry: EntryEvidence,
  change: Change,
): {readonly title: string; readonly change: Change; readonly hint: Hint} | null => {
  const {envFile, env} = entry.rules.fields;
  const [field, name] = change.path.slice(entry.at.length);
  const isTaken = isRecord(entry.raw) && envFile !== null && entry.raw[envFile] !== undefined;
  if (envFile === null || isTaken || !entry.isProjectFile || change.file !== entry.file) return null;
  if (field !== env || typeof name !== 'string') return null;
  return {
    title: `Name a file of variables in "${envFile}"`,
    change: {
      file: change.file,
      path: [...entry.at, envFile],
      edit: {kind: 'set', value: '${workspaceFolder}/.env'},
      why: `${entry.rules.clientName} gives the server the variables of that file.`,
    },
    hint: {
      words: `So that it has a value: write ${name}=… into the file .env of the project, keep that file out of git (.gitignore), then press l to look again.`,
      isProvable: true,
    },
  };
};
