import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {newTokenFix, signInFix} from '../facts/auth-fixes.ts';
import {foundText} from '../facts/oauth-hops.ts';
import {defineFailure} from '../failure.ts';

export const tokenWrongAudience = defineFailure({
  id: 'token-wrong-audience',
  class: 'auth',
  step: 'auth',
  title: 'The token is made for another server',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth', 'entry'],
  signatures: [
    {
      match:
        /(?:invalid|wrong|unexpected|incorrect) audience|audience (?:is )?(?:invalid|mismatch|does not match|validation failed|doesn't match)|jwt audience invalid|InvalidAudienceError|token (?:is )?not (?:intended|issued|meant) for (?:this|the)/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Get a new token for this server (its audience, "aud", must be the address of this server)'],
  detect: ({auth, entry, all}) => {
    if (auth.status !== 401 && auth.status !== 403) return null;
    const audience = credentialOf(all, auth)?.jwt?.audience ?? [];
    if (audience.length === 0) return null;
    const resource = foundText(
      auth.hops.find((hop) => hop.hop === 'resource-metadata'),
      'resource',
    );
    const expected = resource ?? seen(all, 'http')?.main.request.url ?? entry.url ?? '';
    const says = /\baud(?:ience)?\b/i.test(refusalWords(auth));
    const isUrl = audience.some((one) => /^https?:\/\//i.test(one));
    return (isUrl || says || resource !== null) && !audience.some((one) => fits(one, expected))
      ? {audience, expected}
      : null;
  },
  explain: ({audience, expected}, {auth, all}) => ({
    cause: `The token is made for another server: its audience (aud) is ${audience.join(', ')}, and this server is ${expected}. A server takes only tokens that name it.`,
    confidence: 'likely',
    evidence: [
      {label: 'claim aud', text: audience.join(', '), deciding: audience.join(', ')},
      ...refusalLines(auth, seen(all, 'http')),
    ],
  }),
  fixes: ({expected}, {auth, all}) => [
    newTokenFix(all, auth.presentedIn ?? 'Authorization', `a new token issued for ${expected}`),
    signInFix(all),
  ],
});

/** The audience names the server: its address, a part of the path above it, or its bare host. */
const fits = (audience: string, expected: string): boolean => {
  const trim = (text: string): string => text.replace(/\/+$/, '').toLowerCase();
  const host = /^https?:\/\/([^/?#]+)/i.exec(expected)?.[1]?.toLowerCase() ?? '';
  return (
    trim(audience) === trim(expected) || trim(expected).startsWith(`${trim(audience)}/`) || trim(audience) === host
  );
};
