import {createHmac, scryptSync} from 'node:crypto';
import {type Host, variable} from '../model/host.ts';
import type {ServerEntry} from '../model/server.ts';
import {UserError} from '../model/user-error.ts';
import type {ValueTags} from '../reports/make-snapshot.ts';
import type {Arguments} from './arguments.ts';

const LEAST = 16;

/**
 * Tags that are made with the key in the variable that --key-env names; null without it. A tag is the first 32 bits of an
 * HMAC-SHA-256 over name and value, with a key that scrypt derives: without the key nothing can be guessed, however
 * short the value is. Neither key nor salt stands in the snapshot.
 * @throws UserError where there is no such variable, or a key that could be guessed
 */
export const valueTagsIn = (args: Arguments, host: Host): ValueTags | null => {
  const name = args.text('key-env');
  if (name === undefined) return null;
  const secret = variable(host, name) ?? '';
  if (secret.length < LEAST) {
    throw new UserError(
      `--key-env ${name}: ${secret === '' ? 'this variable is not set' : `its value is shorter than ${LEAST} characters`}. Make a key once, and give the same to each machine: export ${name}="$(openssl rand -hex 16)"`,
    );
  }
  const key = scryptSync(secret, 'mcp-fix snapshot', 32);
  const of = (about: string, value: string): string =>
    createHmac('sha256', key).update(`${about}\0${value}`).digest('hex').slice(0, 8);
  return {key: of('', ''), of};
};

/** Variables and headers of the entry as the server gets them, by their paths. */
export const plainValues = ({launch, rules: {fields}}: ServerEntry): Readonly<Record<string, string>> => {
  const [key, values] =
    launch === null
      ? ['env', {}]
      : launch.kind === 'stdio'
        ? [fields.env ?? 'env', launch.env]
        : [fields.headers ?? 'headers', launch.headers];
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${key}.${name}`, value]));
};
