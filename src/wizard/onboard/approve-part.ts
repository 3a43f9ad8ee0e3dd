import {type OnboardStage, serverOf} from '../../repair/onboard/state.ts';
import {bold, EMPTY, line} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import type {View} from '../screen.ts';
import type {OnboardContext} from './onboard-context.ts';

/** The question before a server is started or called: everything that decides what happens, whole. */
export const approvePart = (stage: Extract<OnboardStage, {at: 'approve'}>, context: OnboardContext): Partial<View> => {
  const {state, width} = context;
  const server = serverOf(state, stage.key);
  if (server === undefined) return {};
  const {question} = server;
  const words = question.url === null ? question.argv : [question.url];
  return {
    lead: paragraph(
      question.url === null
        ? `To prove that it works, I start this program as ${server.clientName} does. It runs with your rights.`
        : `To prove that it works, I call this address as ${server.clientName} does.`,
      width,
    ),
    body: [
      ...words
        .flatMap((word) => verbatim(word === '' ? '""' : word.replaceAll('\n', '\\n'), width - 4))
        .map((part) => line('  ', bold(part))),
      ...(question.headersHelper === null ? [] : labelled('Runs first', question.headersHelper, width)),
      EMPTY,
      ...labelled('Named in', `${server.file}, line ${server.line}`, width),
      ...(question.cwd === null ? [] : labelled('Runs in', question.cwd, width)),
      ...(question.envNames.length === 0 ? [] : labelled('Is given', question.envNames.join(', '), width)),
      ...(question.headerNames.length === 0 ? [] : labelled('Sends', question.headerNames.join(', '), width)),
      ...(question.mayDownload ? paragraph('It may download a package first, and run what it downloads.', width) : []),
      ...(question.isProjectFile
        ? paragraph(
            [
              bold('This came with the project folder, not from you. '),
              {text: 'Say yes only if you trust who wrote it.'},
            ],
            width,
          )
        : []),
    ],
    next: 'Press y if you know and trust it; any other answer means no',
  };
};
