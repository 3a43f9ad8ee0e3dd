import {defineReported} from '../facts/reported-text.ts';

export const capabilityMissing = defineReported({
  id: 'capability-missing',
  class: 'runtime',
  step: 'handshake',
  title: 'One side asks for what the other side does not offer',
  waitingHelps: false,
  signatures: [
    {
      match:
        /(?:Client|Server) does not support (?:sampling|elicitation|roots|tools|prompts|resources|logging|completions?|tasks|\w+ elicitation)\b[^\n]{0,80}|(?:[Cc]lient|[Ss]erver)[^\n]{0,40}(?:lacks|without|has no|did not declare)(?: the)? ["'`]?(?:sampling|elicitation|roots|tools|prompts|resources)["'`]? capability/,
      confidence: 'certain',
    },
  ],
  remedies: [
    '"Client does not support …": use a client that offers it, or switch the tool off that asks for it (sampling, elicitation and roots are optional)',
    '"Server does not support …": the server did not declare the list in its hello; update it, or do not ask for that list',
  ],
  cause: () =>
    'In the hello each side says what it offers. After that one side asked for something that the other had not offered; such a request is refused before it is sent.',
});
