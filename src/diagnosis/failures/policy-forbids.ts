import {seen} from '../../model/evidence.ts';
import {refusalLines, refusalWords} from '../facts/auth-credential.ts';
import {quoted} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const policyForbids = defineFailure({
  id: 'policy-forbids',
  class: 'auth',
  step: 'auth',
  title: 'A policy of the organisation forbids the access',
  severity: 'error',
  waitingHelps: false,
  needs: ['auth'],
  signatures: [
    {
      match:
        /http status code: 403|Error retrieving tool list from MCP server(?![^\n]{0,80}\b(?:4(?!03)\d\d|5\d\d)\b)|(?:disabled|blocked|forbidden|restricted|not (?:allowed|permitted|enabled)) (?:for .{1,60})?by (?:your |its |the |an? |enterprise )?(?:administrator|admin|organi[sz]ation|policy|owner)|organi[sz]ation (?:policy|has (?:disabled|not enabled|blocked|restricted))|SAML (?:SSO )?enforcement|Resource protected by organization|admin (?:approval|consent) (?:is )?required|AADSTS(?:65001|50105|53003|90094)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Ask the admin of the organisation to allow it (policy, licence, SSO); meanwhile use a local server instead',
  ],
  detect: ({auth}) => ((auth.status === 403 || auth.status === 401) && POLICY.test(refusalWords(auth)) ? true : null),
  explain: (_, {auth, all}) => ({
    cause: `The credential is known, but a policy forbids the access (HTTP ${auth.status}${quoted(refusalWords(auth))}). An administrator of the organisation decides that, not this configuration.`,
    evidence: refusalLines(auth, seen(all, 'http')),
  }),
  fixes: (_, {all}) => [
    advice(
      'ask-admin',
      `Ask the administrator of the organisation to allow MCP access${seen(all, 'entry') === undefined ? '' : ` for "${seen(all, 'entry')?.name}"`}`,
    ),
    advice('sso', 'If the organisation uses single sign-on, authorise the token for it at the provider'),
  ],
});

const POLICY =
  /administrator|\badmin\b|organi[sz]ation(?:'s)? (?:policy|has|settings)|\bpolic(?:y|ies)\b|SAML|\bSSO\b|conditional access|licen[cs]e|not (?:enabled|allowed) for (?:your|this|the) (?:org|organi[sz]ation|workspace|tenant|team)|(?:disabled|blocked|restricted) (?:for|by) (?:your|the|this)?\s?(?:org|organi[sz]ation|workspace|tenant)/i;
