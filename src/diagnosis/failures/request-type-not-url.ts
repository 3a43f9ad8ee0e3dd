import {callOf, lineOf, placeOf, setKey, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestTypeNotUrl = defineFailure({
  id: 'request-type-not-url',
  class: 'config',
  step: 'config',
  title: 'A server of the request is not of the type "url"',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {match: /mcp_servers\.\d+\.(?:\w+\.)?type: (?:Input should be|Field required)/i, confidence: 'certain'},
    {match: /mcp_servers\.\d+: Input tag '[^']*' found using 'type' does not match/i, confidence: 'certain'},
    {match: /mcp_servers\.\d+: Unable to extract tag using discriminator 'type'/i, confidence: 'certain'},
  ],
  remedies: ['Set "type" to "url" in each entry of "mcp_servers": the connector knows no other type'],
  detect: ({request: {about}}) => (about === null || about.type === 'url' ? null : about),
  explain: (about, {entry}) => ({
    cause: !about.isObject
      ? `${callOf(about)} is no object; each server is written {"type": "url", "url": "https://…", "name": "…"}, and the API refuses the request.`
      : `${callOf(about)} ${about.type === null ? 'has no "type"' : `has the type "${about.type}"`}; the connector of the Messages API takes only "type": "url" and refuses the whole request.${about.hasCommand ? ' It calls servers behind a web address and starts no program ("command").' : ''}`,
    evidence: [lineOf(about, entry, 'type', about.type ?? undefined)],
    location: placeOf(entry, 'type'),
  }),
  fixes: (about, {entry}) =>
    !about.isObject
      ? [
          {
            id: 'write-object',
            title: `Write ${shortOf(about)} as {"type": "url", "url": "https://…", "name": "…"}`,
            kind: 'advice',
          },
        ]
      : [
          setKey(entry, 'type', 'url', 'The connector knows no other type', `Set "type" of ${shortOf(about)} to "url"`),
          ...(about.hasCommand
            ? [
                {
                  id: 'serve-http',
                  title: `Serve ${shortOf(about)} over https and name its address in "url"`,
                  kind: 'advice',
                } as const,
              ]
            : []),
        ],
});
