import type {Edit} from '../../model/change.ts';
import {type Evidence, seen} from '../../model/evidence.ts';
import type {Fix} from '../../model/finding.ts';
import {advice, editFix, headerPath, tokenKey, urlKey} from './http-changes.ts';

/**
 * Asks for a credential and puts it into a header: 'Bearer …' into Authorization, the bare value into any other.
 * @param name the header that the server wants; null where it names none
 */
export const askTokenFix = (all: Evidence, name: string | null): Fix => {
  const header = name ?? 'Authorization';
  const isBearer = /^authorization$/i.test(header);
  const entry = seen(all, 'entry');
  const own = tokenKey(entry);
  const path = headerPath(entry, header);
  if (own !== null && !isBearer) {
    const way = 'ask its makers for a bearer token, or put a gateway in front that adds the header';
    return advice('ask-token', `"${own}" goes out as Authorization, and this service wants ${header}: ${way}`);
  }
  const scheme = schemeOf(all);
  const edit: Edit = {
    kind: 'ask',
    label: isBearer ? credentialWords(scheme, entry?.name) : `The value of ${header}`,
    isSecret: true,
    shape: 'token',
    ...(isBearer && own === null ? {template: `${scheme} {value}`} : {}),
  };
  const title =
    own !== null
      ? `Put an access token of this service into "${own}" (the bare token, without "Bearer")`
      : isBearer
        ? scheme === 'Basic'
          ? `Put your user name and password into ${path.join('.')}: "Basic <user:password in Base64>"`
          : `Put an access token of this service into ${path.join('.')}: "${scheme} <token>"`
        : `Put the API key of this service into ${path.join('.')}`;
  if (own === null && entry !== undefined && entry.rules.fields.headers === null) return advice('ask-token', title);
  return editFix(all, {
    id: 'ask-token',
    title,
    path,
    edit,
    why: 'The server answers only requests with a valid credential.',
  });
};

const credentialWords = (scheme: string, server: string | undefined): string =>
  `${scheme === 'Basic' ? 'user:password in Base64' : 'an access token'} for ${server === undefined ? 'the server' : `"${server}"`}`;

/** The scheme that the server asks for; Bearer where it names none, as MCP does. */
const schemeOf = (all: Evidence): string => {
  const asked = seen(all, 'auth')?.challenge?.scheme ?? '';
  return {basic: 'Basic', token: 'Token', apikey: 'ApiKey'}[asked.toLowerCase()] ?? 'Bearer';
};

/** Replaces the token that is there by a new one, with the scheme it needs. */
export const newTokenFix = (all: Evidence, name: string, what: string): Fix => {
  const entry = seen(all, 'entry');
  if (name === 'url') return newUrlFix(all, what);
  const path = headerPath(entry, name);
  const edit: Edit = {
    kind: 'ask',
    label: `The new value of ${name}`,
    isSecret: true,
    shape: 'token',
    ...(/^authorization$/i.test(name) && tokenKey(entry) === null ? {template: 'Bearer {value}'} : {}),
  };
  return editFix(all, {
    id: 'new-token',
    title: `Replace the token in ${path.join('.')} by ${what}`,
    path,
    edit,
    why: 'The server refuses the one that is there.',
  });
};

/** The token stands in the query of the URL, so the whole address is asked for. */
const newUrlFix = (all: Evidence, what: string): Fix => {
  const key = urlKey(seen(all, 'entry'));
  const edit: Edit = {kind: 'ask', label: 'The full URL with the new token', isSecret: true, shape: 'url'};
  return editFix(all, {
    id: 'new-token',
    title: `Replace the token in "${key}" by ${what}`,
    path: [key],
    edit,
    why: 'The server refuses the one that is there.',
  });
};

/** Signing in happens in the client, never in here. */
export const signInFix = (all: Evidence): Fix => {
  const entry = seen(all, 'entry');
  const own = tokenKey(entry);
  if (own !== null) {
    const how = 'sign in with an MCP client (the MCP Inspector shows the access token)';
    return advice('sign-in', `Get an access token of this service: ${how}, and put it into "${own}"`);
  }
  const where = entry === undefined ? 'your client' : entry.rules.clientName;
  const how =
    entry?.client === 'claude-code'
      ? `: run /mcp, choose "${entry.name}" and "Authenticate"`
      : ': open its list of MCP servers and choose "Authenticate" or "Sign in"';
  return advice('sign-in', `Sign in to the server in ${where}${how}`);
};
