import type {ReadRequest} from '../../clients/request/index.ts';
import {printableLine} from '../../model/printable.ts';
import {UserError} from '../../model/user-error.ts';
import {type Arguments, wholeNumber} from '../arguments.ts';
import type {Choice} from './decide.ts';

/** How long one server is waited for when nothing else was said; a person waits for the request meanwhile. */
export const REQUEST_TIMEOUT_MS = 10_000;

const RANGE = {min: 100, max: 600_000};

/** Time limits in milliseconds: one for all, and those of single servers. */
export interface Limits {
  readonly all: number;
  readonly of: ReadonlyMap<string, number>;
}

/** @throws UserError for a limit that is none */
export const limitsIn = (args: Arguments): Limits => ({
  all: wholeNumber(args, 'timeout', {...RANGE, otherwise: REQUEST_TIMEOUT_MS}),
  of: new Map(args.texts('timeout-for').map(limitFor)),
});

const limitFor = (text: string): readonly [string, number] => {
  // A name may hold '=', a limit cannot.
  const [, name = '', digits = ''] = /^(.+)=(\d+)$/s.exec(text) ?? [];
  const value = Number(digits);
  if (name !== '' && digits !== '' && value >= RANGE.min && value <= RANGE.max) return [name, value];
  throw new UserError(
    `--timeout-for takes NAME=MS with a whole number from ${RANGE.min} to ${RANGE.max}, such as notes=5000; not ${JSON.stringify(text)}.`,
  );
};

/** @throws UserError for a line that is no header */
export const headersIn = (args: Arguments): readonly string[] | null => {
  const lines = args.texts('header');
  const odd = lines.findIndex((line) => !/^\s*[!#$%&'*+.^_`|~\w-]+\s*:/.test(line));
  // The line itself may hold a key, so it is not repeated.
  if (odd >= 0) throw new UserError(`--header takes 'Name: value'; the ${odd + 1}. one has no name and colon.`);
  return lines.length === 0 ? null : lines;
};

/** What may be left out. @throws UserError for a name that the request does not hold, or that is named both ways */
export const choiceIn = (args: Arguments): Choice => {
  const choice = {optional: args.texts('optional'), required: args.texts('required'), degrade: args.flag('degrade')};
  const both = choice.optional.find((name) => choice.required.includes(name));
  if (both !== undefined)
    throw new UserError(`${JSON.stringify(both)} cannot be both --optional and --required: name it once.`);
  return choice;
};

/** Every name that was given is a server of the request. @throws UserError that lists those that there are */
export const checkNames = (given: readonly string[], read: ReadRequest): void => {
  const known = read.servers.map(({entry}) => entry.name);
  const shown = [...new Set(known)].map(printableLine);
  const missing = given.find((name) => !known.includes(name));
  if (missing === undefined || read.root === null) return;
  throw new UserError(
    `The request has no server named ${JSON.stringify(missing)}. ${known.length === 0 ? 'It names none at all.' : `There are: ${shown.join(', ')}.`}`,
  );
};
