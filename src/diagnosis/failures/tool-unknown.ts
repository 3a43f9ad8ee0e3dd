import {defineReported} from '../facts/reported-text.ts';

export const toolUnknown = defineReported({
  id: 'tool-unknown',
  class: 'config',
  step: 'tools',
  title: 'The server does not know the tool that is called',
  waitingHelps: false,
  signatures: [
    {
      match:
        /-3260[12]:? ?(?:Unknown tool|Tool ["'`]?[\w./-]{1,128}["'`]? (?:not found|disabled|does not exist))|\b(?:Unknown tool|No such tool)[: ]+["'`]?[\w./-]{1,128}|\bTool ["'`][\w./-]{1,128}["'`] (?:not found|does not exist|is not available|is not registered)|McpError: [^\n]{0,40}Tool [\w./-]{1,128} (?:not found|disabled)|(?:unknown|no such|undefined) tool(?: name)?: ["'`]?[\w./-]{1,128}/i,
      confidence: 'certain',
    },
    {
      match: /\btool not found[: ]+["'`]?\w[\w./-]{1,128}|No tool (?:named|with (?:the )?name) ["'`]?[\w./-]{1,128}/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Reconnect the server in the client, so that it reads the list of tools again',
    'Compare the name with the list of tools, letter by letter (case, "_" and "-", no prefix of the client)',
    'Switch the tool on at the server (toolsets, read-only mode, plan), or update the server that has it',
  ],
  cause: () =>
    'The call names a tool that the server does not have, or not any more: the client knows an older list, the name is misspelt, or the server offers the tool only with another setting.',
});
