import {clientCertificateRequired} from '../../../src/diagnosis/failures/client-certificate-required.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const said = (status: number, text: string) => ({
  http: {
    main: {request: {method: 'POST' as const, url: 'https://notes.example/mcp'}, response: {status, body: {text}}},
  },
  handshake: {version: null, era: null},
});

evidenceCases(clientCertificateRequired, {
  matches: [
    {
      name: 'the words of nginx',
      evidence: said(400, '<title>400 No required SSL certificate was sent</title>'),
      cause: [/client certificate/],
      fix: /proxy/,
    },
    {
      name: 'the alert of TLS 1.3',
      evidence: {
        http: {
          main: {
            request: {method: 'POST', url: 'https://notes.example/mcp'},
            response: null,
            error: [{code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', message: 'alert number 116'}],
          },
        },
        handshake: {version: null, era: null},
      },
      cause: [/mutual TLS/],
    },
  ],
  misses: [
    {name: 'another bad request', evidence: said(400, 'Bad Request')},
    {name: 'a page about certificates', evidence: said(500, 'certificate required')},
  ],
});
