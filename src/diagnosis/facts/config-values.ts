import type {EntryEvidence} from '../../model/evidence.ts';
import type {KeyPath} from '../../model/json.ts';
import type {FailureClass} from '../../model/step.ts';
import type {ValueShape} from '../../model/value-shape.ts';

export type ValueKind = 'header' | 'env' | 'args' | 'url' | 'command' | 'other';

const HEADERS = /^(headers|http_headers|env_http_headers|requestinit|requestoptions)$/i;
const ENV = /^(env|envs|environment|envvars)$/i;

/** What a value below the entry is for. */
export const kindOf = (entry: EntryEvidence, path: KeyPath): ValueKind => {
  const first = String(path[0] ?? '');
  const {fields} = entry.rules;
  if (first === fields.headers || HEADERS.test(first)) return 'header';
  if (first === fields.env || ENV.test(first)) return 'env';
  if (first === fields.args || first === 'args') return 'args';
  if (fields.url.includes(first) || /^(url|uri|serverurl|httpurl)$/i.test(first)) return 'url';
  if (first === fields.command) return 'command';
  return 'other';
};

/** How a person calls the place: 'the header "Authorization"', 'the variable "API_KEY"', 'argument 2'. */
export const nounOf = (entry: EntryEvidence, path: KeyPath): string => {
  const last = path.at(-1);
  switch (kindOf(entry, path)) {
    case 'header':
      return `the header "${last}"`;
    case 'env':
      return `the variable "${last}"`;
    case 'args':
      return typeof last === 'number' ? `argument ${last + 1}` : '"args"';
    case 'url':
      return `"${last}"`;
    case 'command':
      return '"command"';
    case 'other':
      return `"${path.join('.')}"`;
  }
};

/** Trouble in a header is trouble with the sign-in; elsewhere it is the configuration's. */
export const classOf = (entry: EntryEvidence, path: KeyPath): FailureClass =>
  kindOf(entry, path) === 'header' || /bearer|auth/i.test(String(path[0] ?? '')) ? 'auth' : 'config';

/** Names under which servers take credentials: TOKEN, API_KEY, SECRET … */
const CREDENTIAL = /(token|api[-_]?key|apikey|secret|password|passwd|pat|credential|auth)$/i;

/** A value that has to be a credential, by its name or by what it looks like. */
export const isCredential = (entry: EntryEvidence, shape: ValueShape): boolean => {
  const kind = kindOf(entry, shape.path);
  const name = String(shape.path.at(-1) ?? '');
  if (kind !== 'header' && kind !== 'env') return false;
  return shape.isSecret || CREDENTIAL.test(name) || /^(authorization|x-api-key|api-key)$/i.test(name);
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
