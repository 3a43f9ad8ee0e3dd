import {dim, EMPTY} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {typedLine, typedText} from '../parts/typed-line.ts';
import type {Context, Screen} from '../screen.ts';

/** A server that stands in no settings file: its address, or the command that starts it. */
export const typingScreen: Screen<'typing'> = {
  name: 'Type a URL or a command',
  fields: ['text'],
  keys: [
    {
      key: 'enter',
      label: 'go on',
      when: (_stage, context) => typed(context).trim() !== '',
      does: (_stage, context) => ({send: {type: 'submit-text', text: typed(context)}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: (_stage, context) => {
    const {width} = context;
    return {
      no: 1,
      title: 'Which server?',
      about: '',
      lead: paragraph(
        'Type or paste the address of a server, or the command that starts it. It goes into no file, and nothing starts before you say yes.',
        width,
      ),
      body: [
        ...typedLine(context, 'text'),
        EMPTY,
        ...paragraph([dim('https://example.com/mcp')], width, 2),
        ...paragraph([dim('npx -y @example/server "a folder"')], width, 2),
        EMPTY,
        ...paragraph(
          [dim('There is no shell: quotes keep words together, and NAME=value in front sets a variable.')],
          width,
        ),
      ],
      focus: 0,
      ids: [],
      next:
        typed(context).trim() === '' ? 'Type or paste it, then press Enter' : 'Press Enter to see what would happen',
    };
  },
};

const typed = (context: Context): string => typedText(context, 'text');
