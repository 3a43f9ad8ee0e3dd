import {advise, askVariable} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const displayMissing = defineSaidFailure({
  id: 'display-missing',
  title: 'The server wants to open a window and finds no screen',
  patterns: [
    /Missing X server or \$DISPLAY/,
    /(?:[Cc]annot|[Cc]an't|[Uu]nable to|[Ff]ailed to) (?:open|connect to) (?:X )?display\b[^\n]{0,80}/,
    /no display name and no \$DISPLAY environment variable/,
    /could not connect to display\b[^\n]{0,80}/,
    /headed browser without having a XServer running/,
    /[Nn]o \$?(?:display|DISPLAY) environment variable|HeadlessException|No X11 DISPLAY variable was set/,
  ],
  remedies: [
    'Let the server work without a window (often --headless in "args")',
    'Give it your screen: DISPLAY in "env" (often ":0")',
  ],
  cause: ({match}) =>
    `The server wants to open a window, and there is no screen for it: "${match}". The machine has none (a server, a container, a connection without a desktop), or the client does not pass DISPLAY on.`,
  fixes: (_, evidence) => [
    advise('headless', 'Let it work without a window: add its option for that to "args" (often "--headless")'),
    askVariable(evidence, 'DISPLAY', 'Set DISPLAY in "env" to your screen, often ":0" (echo $DISPLAY tells it)'),
  ],
});
