import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const endlessPaging = defineFailure({
  id: 'endless-paging',
  class: 'runtime',
  step: 'tools',
  title: 'The list of tools never comes to an end',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {match: /nextCursor[^\n]{0,60}(?:same|loop|repeat|endless)|(?:infinite|endless) pagination/i, confidence: 'likely'},
  ],
  remedies: ['Update the server: the last page of tools/list must have no nextCursor'],
  detect: ({tools}) => (tools.hasCursorLoop || tools.stoppedAt === 'pages' ? tools : null),
  explain: ({pages, hasCursorLoop, count}, {all}) => ({
    cause: `${capital(serverWords(all))} ${hasCursorLoop ? 'gives the same nextCursor (the mark of the next page) again and again' : `still names a next page after ${pages} pages`}: paging through tools/list never ends (${count} tools so far). Clients that follow it hang or take the tools twice.`,
    evidence: [
      {
        label: 'tools/list',
        text: `${pages} pages, ${count} tools, nextCursor ${hasCursorLoop ? 'repeats' : 'goes on'}`,
        deciding: 'nextCursor',
      },
    ],
  }),
  fixes: (_, {all}) => [updateServer(all, 'leave nextCursor out of the last page of tools/list')],
});
