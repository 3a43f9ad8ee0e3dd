import type {StageAt} from '../../repair/state.ts';
import {dim, EMPTY} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {typedLine, typedText} from '../parts/typed-line.ts';
import type {Context, Screen} from '../screen.ts';

const isTyped = (_stage: unknown, context: Context): boolean => typedText(context, 'text').trim() !== '';
const submit = (_stage: unknown, context: Context) =>
  ({send: {type: 'submit-text', text: typedText(context, 'text')}}) as const;

/** The file with a request to the Messages API. */
export const namingRequestScreen: Screen<'naming-request'> = {
  name: 'Name an API request file',
  fields: ['text'],
  keys: [
    {key: 'enter', label: 'read it', when: isTyped, does: submit},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: (stage, context) => ({
    no: 1,
    title: 'Which request?',
    about: '',
    lead: paragraph(
      'Type the path of a file with the body of a request to the Messages API, as JSON. I only read it; no server is called before you say yes.',
      context.width,
    ),
    body: [
      ...typedLine(context, 'text'),
      EMPTY,
      ...paragraph([dim('body.json')], context.width, 2),
      ...paragraph([dim('~/projects/shop/request.json')], context.width, 2),
    ],
    focus: 0,
    ids: [],
    next: isTyped(stage, context) ? 'Press Enter to read it' : 'Type the path, then press Enter',
  }),
};

/** The name of the new file for the request without the servers that fail. */
export const namingCopyScreen: Screen<'naming-copy'> = {
  name: 'Save the request without the servers that fail',
  fields: ['text'],
  startText: ({request}) => request.file.replace(/(\.[^./\\]*)?$/, '.without-failing$1'),
  keys: [
    {key: 'enter', label: 'save it', when: isTyped, does: submit},
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: ({request}: StageAt<'naming-copy'>, context) => ({
    no: null,
    title: 'Save a copy',
    about: nameOf(request.file),
    lead: paragraph(
      'The request without the servers that fail, and without their toolsets; everything else byte for byte. It goes into a new file: the one that you named stays as it is.',
      context.width,
    ),
    body: [
      ...typedLine(context, 'text'),
      EMPTY,
      ...paragraph(
        [dim('It holds the tokens of the servers that stay. Only you may read the file.')],
        context.width,
        2,
      ),
    ],
    focus: 0,
    ids: [],
    next: 'Press Enter to write it under this name',
  }),
};

export const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
