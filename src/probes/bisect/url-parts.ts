import type {RemoteLaunch} from '../../model/server.ts';
import {isSecretHeader} from '../remote/header-text.ts';
import type {Part} from './parts.ts';

/** The entry's credentials: they belong to the smallest request. */
export const credentialsOf = (launch: Pick<RemoteLaunch, 'headers'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(launch.headers).filter(([name]) => isSecretHeader(name)));

/** The URL with those of its fields that are among the parts; credentials stay. */
export const urlWith = (url: URL, parts: readonly Part[]): URL => {
  const at = new URL(url);
  const kept = valuesOf(parts, 'query');
  for (const [name] of [...at.searchParams]) if (!isSecretHeader(name) && !(name in kept)) at.searchParams.delete(name);
  return at;
};

/** Names and values of the parts of one kind. */
export const valuesOf = (
  parts: readonly Part[],
  kind: 'header' | 'query' | 'protocol-header' | 'variable' | 'inherited',
): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.flatMap((part) => (part.kind === kind ? [[part.name, part.value]] : [])));
