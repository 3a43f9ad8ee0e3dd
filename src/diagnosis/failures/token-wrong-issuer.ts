import {seen} from '../../model/evidence.ts';
import {credentialOf, refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {newTokenFix, signInFix} from '../facts/auth-fixes.ts';
import {defineFailure} from '../failure.ts';

export const tokenWrongIssuer = defineFailure({
  id: 'token-wrong-issuer',
  class: 'auth',
  step: 'auth',
  title: 'The token comes from another sign-in service',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth', 'entry'],
  signatures: [
    {
      match:
        /(?:invalid|wrong|unexpected|untrusted|unknown) issuer|issuer (?:['"]\S{1,200}['"] )?(?:is )?(?:invalid|not trusted|not recogni[sz]ed)|jwt issuer invalid|InvalidIssuerError/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Get a token from the sign-in service of this server'],
  detect: ({auth, all}) => {
    if (auth.status !== 401) return null;
    const issuer = credentialOf(all, auth)?.jwt?.issuer ?? null;
    if (issuer === null) return null;
    const servers = auth.hops.flatMap((hop) =>
      hop.hop === 'resource-metadata' ? [hop.found['authorization_servers'] ?? []].flat() : [],
    );
    const says = /\biss(?:uer)?\b/i.test(refusalWords(auth));
    const isKnown = servers.some((one) => one.replace(/\/+$/, '') === issuer.replace(/\/+$/, ''));
    return (servers.length > 0 && !isKnown) || says ? {issuer, servers} : null;
  },
  explain: ({issuer, servers}, {auth, all}) => ({
    cause: `The token comes from ${issuer} (its claim "iss")${servers.length === 0 ? ', which the server does not accept' : `; this server takes tokens of ${servers.join(', ')} only`}.`,
    confidence: 'likely',
    evidence: [{label: 'claim iss', text: issuer, deciding: issuer}, ...refusalLines(auth, seen(all, 'http'))],
  }),
  fixes: ({servers}, {auth, all}) => [
    newTokenFix(
      all,
      auth.presentedIn ?? 'Authorization',
      servers.length === 0 ? 'one from the sign-in service of this server' : `one from ${servers.join(' or ')}`,
    ),
    signInFix(all),
  ],
});
