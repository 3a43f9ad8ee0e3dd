import {defineReported} from '../facts/reported-text.ts';

export const pathOutsideAllowed = defineReported({
  id: 'path-outside-allowed',
  class: 'config',
  step: 'tools',
  title: 'A tool wants a path that the server was not given',
  waitingHelps: false,
  signatures: [
    {
      match:
        /path outside allowed director\w*|outside (?:of )?(?:the )?(?:allowed|permitted|configured) (?:director\w*|paths?|roots?|folders?)|not (?:with)?in (?:any |the )?(?:of the )?(?:allowed|permitted|configured) (?:director\w*|paths?|roots?|folders?)|(?:path|parent directory|symlink target) outside (?:the )?(?:allowed|workspace|sandbox|vault|project root)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Add the folder to the ones that the server may use: an argument of the server, its "roots" in the client, or a mount and the path inside the container',
    'Ask for a path inside the folders that the server has (its tool list_allowed_directories tells them)',
  ],
  cause: () =>
    'The server works only inside the folders that its arguments or the client name, and this path is outside of them. That is its guard, and no missing right of your account.',
});
