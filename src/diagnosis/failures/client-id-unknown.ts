import {defineReported} from '../facts/reported-text.ts';

export const clientIdUnknown = defineReported({
  id: 'client-id-unknown',
  class: 'auth',
  step: 'auth',
  title: 'The sign-in service does not know the client any more',
  waitingHelps: false,
  signatures: [
    {
      match:
        /\binvalid_client\b(?!_metadata)|unknown client(?:_id)?|\binvalid client(?:[ _]id)?\b(?![ _-]?(?:metadata|secret|certificate))|incorrect_client_credentials|client_id and\/or client_secret passed are incorrect|Existing OAuth client information is required|No client info(?:rmation)? found|\bunauthorized_client\b|client (?:id )?(?:not found|is not registered|was not found)|AADSTS700016/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Delete the stored client registration (mcp-remote: the files in ~/.mcp-auth; clients: "clear authentication") and sign in again',
    'Check the client id in the configuration',
  ],
  cause: () => 'The client id that was kept or configured is not known to the sign-in service.',
});
