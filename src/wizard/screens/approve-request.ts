import {count} from '../../model/count.ts';
import {bold, dim, EMPTY, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import type {Screen} from '../screen.ts';
import {argumentLines} from './approve.ts';
import {questionKeys} from './question-keys.ts';
import {nameOf} from './request-names.ts';

/** One question for all servers of a request. Only `y` is yes, and only when every address was on the screen. */
export const approveRequestScreen: Screen<'approve-request'> = {
  name: 'May I call the servers of the request?',
  keys: questionKeys('yes, ask them'),
  view: ({request, servers}, context) => {
    const {width} = context;
    return {
      no: 2,
      title: 'May I call these?',
      about: nameOf(request.file),
      lead: paragraph(
        `To see which server fails, I call ${servers.length === 1 ? 'this address' : `these ${count(servers.length, 'address', 'addresses')}`} as the API does, each with its own token.`,
        width,
      ),
      body: servers
        .flatMap(({name, question}) => [
          line(dim(name)),
          ...argumentLines(question.url ?? '', true, width),
          ...(question.headerNames.length > 0
            ? paragraph([dim(`Sends ${question.headerNames.join(', ')}`)], width, 2)
            : []),
          EMPTY,
        ])
        .concat(paragraph([bold('A token goes only to the address that it stands beside.')], width)),
      focus: null,
      ids: [],
      next: 'Press y if you know and trust them; any other answer means no',
    };
  },
};
