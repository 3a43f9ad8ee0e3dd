import {advance, begin} from '../repair/advance.ts';
import type {AnswerEvent, Event} from '../repair/event.ts';
import type {LookOptions, Ports} from '../repair/ports.ts';
import type {Request} from '../repair/request.ts';
import type {State} from '../repair/state.ts';

/** Performs the wishes of the repair and feeds the answers back. */
export interface Driver {
  readonly state: () => State;
  readonly send: (event: Event) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

type Answer = AnswerEvent extends infer E ? (E extends {attempt: number} ? Omit<E, 'attempt'> : never) : never;

export interface DriverOptions {
  /** Puts a text on the person's clipboard. */
  readonly copy: (text: string) => void;
  readonly onEnd: (code: number) => void;
  /** A fault of our own code, not of a port. */
  readonly onCrash: (error: unknown) => void;
  /** A repair that was saved before, to go on with. */
  readonly resumed?: State;
}

/** One driver for one run; its one `AbortController` ends everything that is under way. */
export const createDriver = (ports: Ports, options: DriverOptions): Driver => {
  const all = new AbortController();
  const running = new Map<number, {readonly key: string | null; readonly controller: AbortController}>();
  const listeners = new Set<() => void>();
  const first = begin();
  let state = options.resumed ?? first.state;

  const send = (event: Event): void => {
    const turn = advance(state, event);
    state = turn.state;
    for (const listener of listeners) listener();
    if (turn.request !== null) start(turn.request);
  };

  const run = (attempt: number, key: string | null, ask: (signal: AbortSignal) => Promise<Answer>): void => {
    const one = new AbortController();
    // Two of the same server at once would stand in each other's way (a port, a lock file).
    if (key !== null) for (const other of running.values()) if (other.key === key) other.controller.abort();
    running.set(attempt, {key, controller: one});
    ask(AbortSignal.any([all.signal, one.signal]))
      .catch((error: unknown): Answer => ({type: 'trouble', message: messageOf(error)}))
      .then((answer) => {
        running.delete(attempt);
        if (!all.signal.aborted && !one.signal.aborted) send({...answer, attempt});
      })
      .catch(options.onCrash);
  };

  const lookOptions = (attempt: number, key: string, reported: string | null, signal: AbortSignal): LookOptions => ({
    reported,
    signal,
    onStart: () => send({type: 'probing', key, attempt}),
    onStep: (step, ms) => send({type: 'progress', step, ms, attempt}),
  });

  const probe = (attempt: number, key: string, reported: string | null): void =>
    run(attempt, key, async (signal) => ({
      type: 'checked',
      checked: await ports.investigate(key, lookOptions(attempt, key, reported, signal)),
    }));

  const start = (request: Request): void => {
    switch (request.kind) {
      case 'quit':
        all.abort();
        options.onEnd(request.code);
        break;
      case 'cancel':
        running.get(request.attempt)?.controller.abort();
        break;
      case 'probe':
        probe(request.attempt, request.key, request.reported);
        break;
      case 'probe-all':
        for (const [index, key] of request.keys.entries()) probe(request.first + index, key, null);
        break;
      default:
        if (request.kind === 'list' && request.isFresh) for (const {controller} of running.values()) controller.abort();
        run(request.attempt, request.kind === 'rerun' ? request.key : null, (signal) => answerOf(request, signal));
    }
  };

  const answerOf = async (
    request: Exclude<Request, {kind: 'quit' | 'cancel' | 'probe' | 'probe-all'}>,
    signal: AbortSignal,
  ): Promise<Answer> => {
    switch (request.kind) {
      case 'list':
        return {type: 'listed', list: await ports.list()};
      case 'approve':
        await ports.approve(request.key, request.digest);
        return {type: 'approved'};
      case 'plan':
        return {type: 'planned', plan: await ports.plan(request.key, request.fix, request.value)};
      case 'apply':
        return {type: 'applied', receipt: await ports.apply()};
      case 'run':
        return {type: 'ran', ran: await ports.runCommand(request.fix, signal)};
      case 'rerun': {
        const {key, before, reported, attempt} = request;
        return {type: 'rerun', rerun: await ports.rerun(key, before, lookOptions(attempt, key, reported, signal))};
      }
      case 'prove':
        return {type: 'proved', proof: await ports.prove(request.key, signal)};
      case 'put-back':
        return {type: 'was-put-back', note: await ports.putBack(request.receipt)};
      case 'save':
        return {type: 'saved', record: await ports.save(request.draft)};
      case 'export':
        return {type: 'exported', path: await ports.exportMarkdown(request.where)};
      case 'copy':
        options.copy(await ports.markdownOf(request.record));
        return {type: 'copied'};
      case 'add':
        return {type: 'added', server: await ports.typed(request.text)};
      case 'explain':
        return {type: 'explained', matches: await ports.explain(request.text)};
      case 'similar':
        return {type: 'similar', records: await ports.similar(request.key, request.finding)};
    }
  };

  if (options.resumed === undefined && first.request !== null) start(first.request);
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** A `UserError` says what to do; anything else is our own fault, and is called so. */
const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Error && error.name === 'UserError'
    ? message
    : `This did not work, and that is a fault of mcp-fix: ${message}`;
};
