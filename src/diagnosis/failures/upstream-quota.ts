import type {Evidence} from '../../model/evidence.ts';
import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const upstreamQuota = defineSaidFailure({
  id: 'upstream-quota',
  class: 'quota',
  title: 'The service behind the server says that a limit is reached',
  patterns: [
    /insufficient_quota|credit_balance_exhausted|[Ii]nsufficient credits[^\n]*/,
    /(?:\b429\b[^\n]{0,40})?[Tt]oo [Mm]any [Rr]equests[^\n]*|(?:status|HTTP|code|error)[ :=]{1,3}429\b[^\n]*/,
    /[Rr]ate.?limit(?:ed| exceeded| reached|_error)[^\n]*|\bRateLimitError: [^\n]*/,
    /(?:reached|exceeded|used up|hit) (?:your|the|its) (?:daily|monthly|weekly|hourly|free|plan|usage)[^\n]{0,40}(?:limit|quota|allowance)[^\n]*/i,
    /credit balance is too low[^\n]{0,120}|[Oo]ut of credits[^\n]{0,80}|[Bb]illing (?:hard )?limit has been reached/,
    /[Qq]uota (?:has been )?(?:exceeded|exhausted|reached)[^\n]*|exceeded your current quota/,
    /\b402\b[^\n]{0,20}Payment Required/,
  ],
  confidence: 'possible',
  remedies: ['Wait until the limit is reset', 'Top up the account, or use a key with a higher limit'],
  cause: ({match}, evidence) =>
    `The service behind the server refuses requests${secretName(evidence) === null ? '' : ` made with ${secretName(evidence) ?? ''}`}: "${clip(match, 140)}". A limit of the account is reached.`,
  explained: ({match}) => ({confidence: 'likely', waitingHelps: !/insufficient|credit|billing|402/i.test(match)}),
  fixes: ({match}) =>
    /insufficient|credit|billing|402/i.test(match)
      ? [advise('top-up', 'Top up the account (billing), or use a key of an account with credit')]
      : [
          advise('wait', 'Wait until the limit is reset, then try again'),
          advise('higher', 'If it comes again: use a key or a plan with a higher limit'),
        ],
});

const secretName = (evidence: Evidence): string | null =>
  givenNames(evidence).find((name) => /KEY|TOKEN/.test(name)) ?? null;
