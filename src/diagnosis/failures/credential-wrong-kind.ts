import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {givenNames} from '../facts/launch-variables.ts';
import {clip} from '../facts/stderr-lines.ts';

export const credentialWrongKind = defineSaidFailure({
  id: 'credential-wrong-kind',
  class: 'auth',
  title: 'The credential is of another kind than the service wants',
  patterns: [
    /\bnot_allowed_token_type\b/,
    /\b(?:is|looks like|appears to be) an? (?:publishable|public|anon|test|sandbox|live|read-only|client|user|bot|app(?:-level)?|legacy|classic|project|organi[sz]ation) (?:key|token)\b[^\n]*/i,
    /\b(?:personal access tokens?|classic tokens?|fine-grained tokens?|server-to-server tokens?|bot tokens?|user tokens?|api keys?) (?:are|is) not (?:supported|allowed|accepted)[^\n]*/i,
    /\b(?:needs|requires|expects?|must use) an? (?:secret|bot|user|personal access|admin|service account|server|live|test) (?:key|token)\b[^\n]*/i,
    /\b(?:wrong|invalid|unsupported) (?:token|key|credential) type\b[^\n]*/i,
  ],
  alsoKnownAs: [/not accessible by (?:integration|personal access token)/i],
  confidence: 'likely',
  remedies: ['Make a credential of the kind that the message asks for, and put it in the place of the other one'],
  cause: ({line}) =>
    `The credential is not wrong in itself, but of another kind than the service takes here: "${clip(line, 200)}".`,
  fixes: (_, evidence) => {
    const name = givenNames(evidence).find((one) => /KEY|TOKEN|SECRET|PASS|CREDENTIAL/.test(one));
    return [
      name === undefined
        ? advise(
            'other-kind',
            'Make a credential of the kind (type) that the message asks for, and give it to the server',
          )
        : askVariable(
            evidence,
            name,
            `Replace the value of ${name} in "env" by a credential of the kind (type) that the message asks for`,
          ),
    ];
  },
});
