import {defineReported} from '../facts/reported-text.ts';

export const signInHelperPortInUse = defineReported({
  id: 'sign-in-helper-port-in-use',
  class: 'auth',
  step: 'auth',
  title: 'The server cannot open the port for its own sign-in',
  waitingHelps: false,
  signatures: [
    {match: /Cannot initiate OAuth flow.{0,120}|callback server unavailable.{0,80}/i, confidence: 'certain'},
  ],
  remedies: [
    "Set the server's port env (e.g. WORKSPACE_MCP_PORT) to a free port, or stop the other copy of the server",
  ],
  cause: () =>
    'The server itself waits for the sign-in on a port of this machine, and another program (often a second copy of it) holds that port.',
});
