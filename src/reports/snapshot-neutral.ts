import {type Host, pathsOf, variable} from '../model/host.ts';
import {isRecord, type Json} from '../model/json.ts';
import {printable} from '../model/printable.ts';

/** Takes out of texts what names this machine and its person, and decides nothing. */
export interface Neutral {
  readonly text: (text: string) => string;
  readonly json: (value: Json) => Json;
}

/**
 * Home becomes `~`, the working folder `<project>`, temporary folders `<tmp>`, the person's name `<user>`; tags of secrets lose their digits, which are new in each run.
 */
export const neutralOf = (host: Host): Neutral => {
  const paths = pathsOf(host);
  const user = variable(host, host.platform === 'win32' ? 'USERNAME' : 'USER') ?? variable(host, 'LOGNAME');
  const folders = (
    [
      [variable(host, 'TMPDIR') ?? null, '<tmp>'],
      [variable(host, 'TEMP') ?? null, '<tmp>'],
      [host.cwd, '<project>'],
      [host.home, '~'],
    ] as const
  )
    .flatMap(([folder, name]) =>
      folder === null || folder.length < 3 ? [] : [{folder: folder.replace(/[\\/]+$/, ''), name}],
    )
    // The longest first: a project inside the home is a project.
    .sort((a, b) => b.folder.length - a.folder.length);
  const text = (input: string): string => {
    let out = printable(input);
    for (const {folder, name} of folders) out = replaced(out, folder, name, paths.sep);
    out = out.replaceAll(/(?<![\w/])\/(?:tmp|var\/folders\/\w\w\/\w+\/T)(?=\/|$)/g, '<tmp>');
    if (user !== undefined && user.length >= 3 && user !== 'root')
      out = out.replaceAll(new RegExp(`(?<=[/\\\\])${escaped(user)}(?=[/\\\\]|$)`, 'g'), '<user>');
    return out.replaceAll(/(\[secret:[^\]#]*)#[0-9a-f]+\]/g, '$1]');
  };
  const json = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (!isRecord(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), json(item)]));
  };
  return {text, json};
};

/** A folder's own name only where it ends there: /home/ann, and not /home/anna. */
const replaced = (text: string, folder: string, name: string, separator: string): string => {
  const flags = separator === '\\' ? 'gi' : 'g';
  return text.replaceAll(new RegExp(`${escaped(folder)}(?![\\w.-])`, flags), () => name);
};

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
