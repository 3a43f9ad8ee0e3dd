import type {Need, OnboardServer, Standing} from '../../repair/onboard/need.ts';
import {progressOf, standingOf} from '../../repair/onboard/state.ts';
import {bold, dim, EMPTY, type Line, line, type Span, strong} from '../parts/line.ts';
import type {Marks} from '../parts/marks.ts';
import {paragraph} from '../parts/paragraph.ts';
import type {OnboardContext} from './onboard-context.ts';

/** The servers as they stand; in full, with everything that each needs. */
export const serverLines = (context: OnboardContext, isFull = false): readonly Line[] =>
  context.state.servers.flatMap((server) => [
    line(
      standingMark(standingOf(context.state, server), context.marks),
      ' ',
      bold(server.name),
      dim(`  ${server.clientName}`),
    ),
    ...(isFull ? server.needs.flatMap((need) => needLine(need, context)) : answerLines(server, context)),
    ...(isFull ? [EMPTY] : []),
  ]);

const standingMark = (standing: Standing, marks: Marks): Span => {
  switch (standing) {
    case 'works':
      return strong('green', marks.good);
    case 'fails':
      return strong('red', marks.bad);
    case 'waits':
      return bold(marks.warn);
    case 'open':
      return dim(marks.unknown);
  }
};

const needLine = (need: Need, {marks, width}: OnboardContext): readonly Line[] => {
  const mark =
    need.state === 'met'
      ? strong('green', marks.good)
      : need.state === 'missing'
        ? strong('red', marks.bad)
        : dim(marks.waiting);
  return paragraph([mark, {text: ` ${need.title}`}, dim(need.detail === '' ? '' : `  ${need.detail}`)], width, 2);
};

const answerLines = (server: OnboardServer, {state, width}: OnboardContext): readonly Line[] => {
  const {answer} = progressOf(state, server.key);
  if (answer !== null) return paragraph([dim(`${answer.note} ${answer.todo}`.trim())], width, 2);
  const first = server.needs.find((need) => need.state === 'missing');
  if (standingOf(state, server) !== 'waits') return [];
  return paragraph([dim(first === undefined ? 'You did not want it started.' : putOff(first))], width, 2);
};

const putOff = ({title, detail, change, todo}: Need): string =>
  change === null ? `${title}: ${todo}` : `${title} ${detail}. You put it off.`;
