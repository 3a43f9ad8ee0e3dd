import {bold, EMPTY, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import type {Screen} from '../screen.ts';
import {questionKeys} from './question-keys.ts';
import {waiting} from './wait.ts';

/** Its host stands in no settings file, so a yes to the server is no yes to it. Only `y` is yes. */
export const askStatusScreen: Screen<'ask-status'> = {
  name: 'May I read the status page?',
  keys: questionKeys('yes, read it'),
  view: ({case: known}, {width}) => {
    const {provider, host} = known.checked.statusPage ?? {provider: '', host: ''};
    return {
      no: 3,
      title: 'Is it down?',
      about: known.server.name,
      lead: paragraph(`${provider} has a public page that says whether its services work. May I read it?`, width),
      body: [
        ...verbatim(`GET https://${host ?? ''}/api/v2/summary.json`, width - 2).map((part) => line('  ', bold(part))),
        EMPTY,
        ...paragraph(
          `This is one request to ${host ?? ''}, an address that is in none of your files. No token, no header and no name of yours goes with it.`,
          width,
        ),
      ],
      focus: null,
      ids: [],
      next: 'Press y to read it; any other answer means no',
    };
  },
};

export const askingStatusScreen: Screen<'asking-status'> = {
  name: 'Reading the status page',
  keys: [
    {key: 'escape', label: 'stop', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: ({case: known}, context) =>
    waiting(
      3,
      'Is it down?',
      known.server.name,
      `I read what ${known.checked.statusPage?.provider ?? ''} says.`,
      context,
    ),
};
