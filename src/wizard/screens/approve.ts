import {AD_HOC} from '../../model/server.ts';
import type {ServerRow} from '../../repair/answers.ts';
import type {StageAt} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {showSpaces, verbatim} from '../parts/verbatim.ts';
import {placeOf} from '../parts/words.ts';
import type {Screen} from '../screen.ts';
import {questionKeys} from './question-keys.ts';

/** The question before anything is started or sent. Only `y` is yes, and only when all of it was on the screen. */
export const approveScreen: Screen<'approve'> = {
  name: 'May I start this?',
  keys: questionKeys('yes, look'),
  view: (stage, context) => {
    const {server} = stage;
    const {question} = server;
    const isRemote = question.url !== null;
    return {
      no: stage.made === null ? 2 : 5,
      title: isRemote ? 'May I call this?' : 'May I start this?',
      about: server.name,
      lead: paragraph(leadOf(stage), context.width),
      body: questionLines(server, context.width),
      focus: null,
      ids: [],
      next: 'Press y if you know and trust it; any other answer means no',
    };
  },
};

const leadOf = ({server, made}: StageAt<'approve'>): string => {
  const isRemote = server.question.url !== null;
  if (made !== null) {
    return isRemote
      ? 'Your change is written. This is the address that is called now, to check again.'
      : 'Your change is written. This is exactly what starts now, with your rights, to check again.';
  }
  return isRemote
    ? `To see what happens, I call this address as ${server.clientName} does, with the headers of the entry.`
    : `To see what happens, I start this program as ${server.clientName} does. It runs with your rights: it can do what you can do.`;
};

const questionLines = (server: ServerRow, width: number): readonly Line[] => {
  const {question} = server;
  const lines: Line[] = [];
  if (question.argv.length > 0) {
    lines.push(...paragraph([dim('The whole command, one argument on a line')], width));
    for (const [index, argument] of question.argv.entries()) lines.push(...argumentLines(argument, index === 0, width));
  }
  if (question.url !== null) {
    lines.push(line(dim('The address')), ...argumentLines(question.url, true, width));
  }
  if (question.headersHelper !== null) {
    lines.push(...paragraph([dim('A command that makes headers runs first')], width));
    lines.push(...argumentLines(question.headersHelper, true, width));
  }
  const named = server.client === AD_HOC ? 'no file: you typed it here' : `${server.file}, line ${server.line}`;
  lines.push(EMPTY, ...labelled('Named in', named, width));
  lines.push(...labelled('For', placeOf(server), width));
  if (question.cwd !== null) lines.push(...labelled('Runs in', question.cwd, width));
  if (question.envNames.length > 0) lines.push(...labelled('Is given', question.envNames.join(', '), width));
  if (question.headerNames.length > 0) lines.push(...labelled('Sends', question.headerNames.join(', '), width));
  if (question.mayDownload) {
    lines.push(EMPTY, ...paragraph('It may download a package first, and run what it downloads.', width));
  }
  if (question.isProjectFile) {
    lines.push(
      EMPTY,
      ...paragraph(
        [bold('This came with the project folder, not from you. '), {text: 'Say yes only if you trust who wrote it.'}],
        width,
      ),
    );
  }
  return lines;
};

/** Nothing hides: empty arguments get quotes, runs of spaces become dots, long ones go on below. */
export const argumentLines = (argument: string, isFirst: boolean, width: number): readonly Line[] =>
  verbatim(argument === '' ? '""' : showSpaces(argument.replaceAll('\n', '\\n')), width - 4).map((part, index) =>
    line(index === 0 ? '  ' : '    ', isFirst ? bold(part) : part),
  );
