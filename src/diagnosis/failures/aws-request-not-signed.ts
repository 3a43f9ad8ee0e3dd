import {bodyLine, headerLine, headerOf, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

const ERROR_TYPE = 'x-amzn-errortype';

export const awsRequestNotSigned = defineFailure({
  id: 'aws-request-not-signed',
  class: 'auth',
  step: 'http',
  title: 'The gateway of AWS does not take the request',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /MissingAuthenticationTokenException|"Missing Authentication Token"|IncompleteSignatureException/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Compare the path with the deployed API: the gateway of AWS says "Missing Authentication Token" for a path or stage that it does not know',
    'If the API uses IAM: reach it through a local proxy that signs requests (SigV4), such as mcp-proxy-for-aws',
  ],
  detect: ({http, all}) => {
    const answer = http.main.response;
    if (answer === null || isWorking(all) || answer.status !== 403) return null;
    const type = headerOf(answer, ERROR_TYPE) ?? '';
    return /MissingAuthenticationToken|IncompleteSignature/.test(`${type} ${answer.body.text}`) ||
      /"Missing Authentication Token"/.test(answer.body.text)
      ? answer
      : null;
  },
  explain: (answer, {http}) => ({
    cause: `The API gateway of AWS in front of ${http.main.request.url} answers 403 "Missing Authentication Token". It says so in two cases: the path (or the stage in front of it) does not exist there, or the API takes only requests that are signed with AWS keys (SigV4, IAM).`,
    evidence: [statusLine(http), ...headerLine(answer, ERROR_TYPE), ...bodyLine(answer)],
    confidence: 'likely',
  }),
  fixes: () => [
    advice('check-path', 'Compare the URL with the deployed API: stage, path and the method POST have to exist there'),
    advice('sign', 'If the API uses IAM: let a local proxy sign the requests (SigV4), and set the URL to the proxy'),
  ],
});
