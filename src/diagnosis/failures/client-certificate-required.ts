import {seen} from '../../model/evidence.ts';
import {bodyLine, isWorking, statusLine} from '../facts/http-answer.ts';
import {advice} from '../facts/http-changes.ts';
import {errorLine} from '../facts/network-reach.ts';
import {defineFailure} from '../failure.ts';

const CODE = /ALERT_CERTIFICATE_REQUIRED|ALERT_BAD_CERTIFICATE/;
const WORDS =
  /no required SSL certificate was sent|client certificate (?:is )?required|mutual TLS|certificate required/i;

export const clientCertificateRequired = defineFailure({
  id: 'client-certificate-required',
  class: 'auth',
  step: 'http',
  title: 'The server wants a certificate of the client',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match:
        /TLSV1\d?_ALERT_CERTIFICATE_REQUIRED|tlsv1\d? alert certificate required|no required SSL certificate was sent/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Reach the server through a local proxy that holds your client certificate (mTLS), and set "url" to that proxy',
    'Ask the operator for an address that takes a token instead',
  ],
  detect: ({http, all}) => {
    if (isWorking(all)) return null;
    const link = http.main.error.find(
      ({code, message}) => CODE.test(code ?? '') || /alert certificate required/i.test(message),
    );
    const answer = http.main.response;
    const isSaid = answer !== null && /^4(?:00|03|95|96)$/.test(String(answer.status)) && WORDS.test(answer.body.text);
    return link !== undefined || isSaid ? {link: link ?? null} : null;
  },
  explain: ({link}, {http}) => ({
    cause: `${http.main.request.url} asks for a client certificate (mutual TLS) and gets none. MCP clients have no setting for one, so they cannot connect directly.`,
    evidence: [statusLine(http), ...(link === null ? bodyLine(http.main.response) : [errorLine('error', link)])],
  }),
  fixes: (_, {all}) => [
    advice(
      'local-proxy',
      `Start a local proxy that holds your client certificate, and set the URL of "${seen(all, 'entry')?.name ?? 'the server'}" to it`,
    ),
    advice('token', 'Or ask the operator for an address that takes a token instead of a certificate'),
  ],
});
