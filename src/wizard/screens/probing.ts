import {AD_HOC} from '../../model/server.ts';
import type {ServerRow} from '../../repair/answers.ts';
import type {Done, StageAt} from '../../repair/state.ts';
import {runningLines} from '../parts/ladder-lines.ts';
import {dim, EMPTY, type Line, line} from '../parts/line.ts';
import {paragraph} from '../parts/paragraph.ts';
import {timeOf} from '../parts/words.ts';
import type {Context, Screen, View} from '../screen.ts';

type Running = StageAt<'probing' | 'rerunning' | 'proving'>;

const keys = [
  {key: 'escape', label: 'stop', does: () => ({send: {type: 'back'}}) as const},
  {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}}) as const},
];

const running = (
  no: number,
  title: string,
  words: string,
  server: ServerRow,
  done: readonly Done[],
  context: Context,
): View => ({
  no,
  title,
  about: server.name,
  lead: paragraph(words, context.width),
  body: [...runningLines(done, context), EMPTY, elapsed(context)],
  focus: null,
  ids: [],
  next: 'Wait a moment; Esc stops and keeps what is known',
});

const elapsed = (context: Context): Line => line(dim(`${timeOf(context.elapsedMs)} so far`));

/** The look at one server, as it goes on. */
export const probingScreen: Screen<'probing'> = {
  name: 'Looking',
  keys,
  view: (stage, context) => {
    const {server} = stage;
    const who = server.client === AD_HOC ? 'any client' : server.clientName;
    const words = server.kind === 'file' ? `I read ${server.file}.` : `I do what ${who} does, one step at a time.`;
    return running(2, 'What happens', words, server, stage.done, context);
  },
};

/** The same look after the change. */
export const rerunningScreen: Screen<'rerunning'> = {
  name: 'Checking again',
  keys,
  view: (stage, context) =>
    running(5, 'Does it work now?', 'I do the same thing again, and compare.', stage.case.server, stage.done, context),
};

/** A real client tries it. */
export const provingScreen: Screen<'proving'> = {
  name: 'Trying with a real client',
  keys,
  view: (stage: Running & {at: 'proving'}, context) => ({
    no: 5,
    title: 'Does it work now?',
    about: stage.outcome.case.server.name,
    lead: paragraph('The same check passes. Now a real MCP client connects and lists the tools.', context.width),
    body: [elapsed(context)],
    focus: null,
    ids: [],
    next: 'Wait a moment; Esc stops and keeps what is known',
  }),
};
