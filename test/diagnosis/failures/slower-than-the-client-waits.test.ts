import {slowerThanTheClientWaits} from '../../../src/diagnosis/failures/slower-than-the-client-waits.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

const own = (client: string, timeout: number) => ({
  raw: {command: 'node', timeout},
  client,
  rules: {client, startTimeoutMs: null, fields: {timeout: 'timeout'}},
});

evidenceCases(slowerThanTheClientWaits, {
  matches: [
    {
      name: '45 s for a limit of 30 s',
      evidence: {entry: {}, handshake: {ms: 45000, waitedMs: 45000}},
      cause: [/45\.0 s/, /30 s/],
      fix: /MCP_TIMEOUT/,
    },
    {
      name: 'a client whose file has the limit',
      evidence: {
        entry: {
          rules: {
            clientName: 'Codex',
            client: 'codex',
            startTimeoutMs: 10000,
            fields: {timeout: 'startup_timeout_sec'},
          },
        },
        handshake: {ms: 20000},
      },
      cause: [/Codex/],
      fix: 'startup_timeout_sec',
    },
    {
      name: "the entry's own limit, in seconds",
      evidence: {entry: own('cline', 1), handshake: {ms: 3500}},
      cause: [/3\.5 s/, /"timeout"/, /seconds/],
      fix: 'Set "timeout" to 60',
      severity: 'warning',
    },
    {
      name: "the entry's own limit, in milliseconds",
      evidence: {entry: own('gemini-cli', 2000), handshake: {ms: 3500}},
      cause: [/2000 ms/, /milliseconds/],
      fix: 'Set "timeout" to 60000',
      severity: 'warning',
    },
  ],
  misses: [
    {name: '8 s', evidence: {entry: {}, handshake: {ms: 8000}}},
    {name: 'a limit of 60 s', evidence: {entry: own('cline', 60), handshake: {ms: 3500}}},
    {name: 'a limit of 60000 ms', evidence: {entry: own('gemini-cli', 60000), handshake: {ms: 3500}}},
  ],
});
