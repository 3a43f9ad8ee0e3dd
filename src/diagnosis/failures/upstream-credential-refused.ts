import type {Evidence} from '../../model/evidence.ts';
import {seen} from '../../model/evidence.ts';
import {advise, askVariable, placeIn} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

export const upstreamCredentialRefused = defineSaidFailure({
  id: 'upstream-credential-refused',
  class: 'auth',
  title: 'The service behind the server refuses its credential',
  patterns: [
    /(?:\b401\b|\b403\b)[^\n]{0,60}(?:[Uu]nauthori[sz]ed|[Ff]orbidden|[Bb]ad credentials|invalid|denied|authenticat)[^\n]*/,
    /(?:HTTP|status|code|->|error|failed)[^\n]{0,30}\b40[13]\b[^\n]*/i,
    /(?:[Ii]nvalid|[Ii]ncorrect|[Ee]xpired|[Rr]evoked|[Ww]rong|[Bb]ad) (?:api[ _-]?key|access[ _-]?token|auth(?:entication|orization)? token|token|credentials?)(?! format)[^\n]*/i,
    /invalid_api_key|invalid_token|InvalidAccessKeyId|UnrecognizedClientException|ExpiredToken|invalid_auth|token_expired|SignatureDoesNotMatch/,
    /security token[^\n]{0,40}(?:invalid|expired)[^\n]*/i,
    /(?:could not|failed to|unable to|cannot) (?:sign in|log ?in|authenticate)[^\n]*/i,
    /authentication (?:failed|error|failure)[^\n]*/i,
  ],
  confidence: 'possible',
  alsoKnownAs: [/(?:[Ii]ncorrect|[Ii]nvalid|[Ww]rong) user ?name or password|Permission denied \(publickey[^)\n]*\)/],
  remedies: [
    'Replace the key or token by a new, valid one',
    'Check that the key belongs to this service and has the rights it needs',
  ],
  cause: ({match}, evidence) =>
    `The service behind the server refuses ${name(evidence, match) === null ? 'its credential' : `the credential in ${name(evidence, match) ?? ''}`}: "${clip(match, 160)}". The key is invalid, expired, or belongs to something else.`,
  explained: (said, evidence) => ({
    confidence: 'likely',
    location: placeIn(evidence, ['env', name(evidence, said.match) ?? '']),
    evidence: saidBy(evidence)
      .slice(0, 1)
      .map(({label, text}) => ({label, text: clip(text.trim(), 600), deciding: said.match})),
  }),
  fixes: ({match}, evidence) => {
    const variable = name(evidence, match);
    return [
      variable === null
        ? advise('new-key', 'Make a new key at the service, and give it to the server')
        : askVariable(evidence, variable, `Replace the value of ${variable} in "env" by a new, valid key`),
      advise(
        'check-key',
        'Check at the service that the key is active, belongs to the right account, and has the rights that the server needs',
      ),
    ];
  },
});

/** The variable that the server names itself, else the only one that looks like a credential. */
const name = (evidence: Evidence, _match: string): string | null => {
  const text = saidBy(evidence)
    .map((source) => source.text)
    .join('\n');
  const given = [...givenNames(evidence), ...(seen(evidence, 'launch')?.envNames ?? [])];
  const named = given.filter((one) => /KEY|TOKEN|SECRET|PASS|CREDENTIAL/.test(one));
  return (
    named.find((one) => text.includes(one)) ??
    /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:KEY|TOKEN|SECRET|PAT))\b/.exec(text)?.[1] ??
    givenNames(evidence).find((one) => named.includes(one)) ??
    null
  );
};
