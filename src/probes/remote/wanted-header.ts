import type {Exchange} from '../../model/evidence.ts';
import {headerOf, isSecretHeader} from './header-text.ts';

/** Names that servers ask for although they hold no hyphen or no telling word. */
const PLAIN = ['authorization', 'apikey', 'api-key', 'token', 'x-api-key', 'x-auth-token'];
const NAME = '([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`\\bheaders?\\b(?:\\s+(?:named|called|name))?\\s*[:=]?\\s*["'\`]?${NAME}["'\`]?`, 'gi'),
  new RegExp(`["'\`]?${NAME}["'\`]?\\s+(?:http\\s+|request\\s+|auth\\w*\\s+)?headers?\\b`, 'gi'),
  new RegExp(
    `\\b(?:missing|required?|requires|provide|expects?|expected|needs?|use|send|via|in|no)\\s+(?:an?\\s+|the\\s+|your\\s+)?["'\`]?${NAME}["'\`]?`,
    'gi',
  ),
  /\b(X-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\b/g,
];

/**
 * A header for a credential that the answer names and that was not sent: 'X-API-Key'. Read from the challenge's
 * parameters and the words of the body; null where none is named.
 */
export const wantedHeader = (exchange: Exchange): string | null => {
  const {response, request} = exchange;
  if (response === null || response.status < 400 || response.status >= 500) return null;
  const challenge = headerOf(response.headers, 'www-authenticate') ?? '';
  const named = /\b(?:header|in|name)="?([A-Za-z][A-Za-z0-9-]*)"?/i.exec(challenge)?.[1];
  const scheme = /^\s*(X-[A-Za-z0-9-]+|API-?Key)\b/i.exec(challenge)?.[1];
  const candidates = [
    named,
    scheme,
    ...namesIn(response.body.kind === 'html' ? '' : response.body.text.slice(0, 2000)),
  ];
  const found = candidates.find(
    (name) => name !== undefined && isCredentialName(name) && headerOf(request.headers, name) === null,
  );
  return found ?? null;
};

const namesIn = (text: string): readonly string[] =>
  PATTERNS.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []));

const isCredentialName = (name: string): boolean =>
  PLAIN.includes(name.toLowerCase()) ? name.toLowerCase() !== 'token' : name.includes('-') && isSecretHeader(name);
