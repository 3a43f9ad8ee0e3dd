import type {Step} from '../model/step.ts';
import {advance, begin} from '../repair/advance.ts';
import type {LookOptions} from '../repair/answers.ts';
import type {AnswerEvent, Event} from '../repair/event.ts';
import type {Ports} from '../repair/ports.ts';
import type {Request} from '../repair/request.ts';
import type {State} from '../repair/state.ts';
import {watchedChange} from '../repair/watched.ts';

/** Performs the wishes of the repair and feeds the answers back. */
export interface Driver {
  readonly state: () => State;
  readonly send: (event: Event) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins the looks that are under way once more: their time limits ran on while we were stopped. */
  readonly lookAgain: () => void;
}

type Ask = (signal: AbortSignal) => Promise<Answer>;

/** What is under way; `key` is the server that it looks at. */
interface Running {
  readonly key: string | null;
  readonly ask: Ask;
  readonly controller: AbortController;
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
  const running = new Map<number, Running>();
  const listeners = new Set<() => void>();
  const first = begin();
  let state = first.state;
  let watched: {readonly id: string; readonly controller: AbortController} | null = null;

  const send = (event: Event): void => {
    const turn = advance(state, event);
    state = turn.state;
    for (const listener of listeners) listener();
    if (turn.request !== null) start(turn.request);
    watch();
  };

  /** Watches what is on the screen, and nothing else: its value may go while the person reads. */
  const watch = (): void => {
    const change = watchedChange(state);
    if (change?.receipt.id === watched?.id) return;
    watched?.controller.abort();
    if (change === null) {
      watched = null;
      return;
    }
    const {key, receipt} = change;
    const one = {id: receipt.id, controller: new AbortController()};
    watched = one;
    ports
      .watch(key, receipt, AbortSignal.any([all.signal, one.controller.signal]))
      .then((note) => {
        if (note !== null && watched === one) send({type: 'lost', receipt: receipt.id, note, attempt: 0});
      })
      .catch(options.onCrash);
  };

  const run = (attempt: number, key: string | null, ask: Ask): void => {
    const one = new AbortController();
    // Two of the same server at once would stand in each other's way (a port, a lock file).
    if (key !== null) for (const other of running.values()) if (other.key === key) other.controller.abort();
    running.set(attempt, {key, ask, controller: one});
    ask(AbortSignal.any([all.signal, one.signal]))
      .catch((error: unknown): Answer => ({type: 'trouble', message: messageOf(error)}))
      .then((answer) => {
        if (running.get(attempt)?.controller === one) running.delete(attempt);
        if (!all.signal.aborted && !one.signal.aborted) send({...answer, attempt});
      })
      .catch(options.onCrash);
  };

  const lookOptions = (attempt: number, key: string, reported: string | null, signal: AbortSignal): LookOptions => ({
    reported,
    signal,
    onStart: () => send({type: 'probing', key, attempt}),
    onStep: (step, ms) => {
      if (!isTold(state, attempt, step)) send({type: 'progress', step, ms, attempt});
    },
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
        run(request.attempt, request.kind === 'rerun' || request.kind === 'prove' ? request.key : null, (signal) =>
          answerOf(request, signal),
        );
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
        return {type: 'exported', path: await ports.exportMarkdown(request.where, request.record)};
      case 'copy':
        options.copy(await ports.markdownOf(request.record));
        return {type: 'copied', what: 'record'};
      case 'copy-text':
        options.copy(request.text);
        return {type: 'copied', what: 'lines'};
      case 'reproduce':
        return {type: 'reproduced', repro: await ports.reproduce(request.checked, request.finding)};
      case 'rerun-reproduction':
        return {
          type: 'reproduction-ran',
          ran: await ports.rerunReproduction(request.checked, request.finding, signal),
        };
      case 'act-as':
        return {type: 'added', server: await ports.actAs(request.key, request.client)};
      case 'status':
        return {type: 'status-told', lines: await ports.providerStatus(request.checked, signal)};
      case 'add':
        return {type: 'added', server: await ports.typed(request.text)};
      case 'read-request':
        return {type: 'request-read', request: await ports.readRequest(request.file, request.isPrivateAllowed)};
      case 'approve-all':
        for (const {key, digest} of request.yes) await ports.approve(key, digest);
        return {type: 'approved'};
      case 'save-request':
        return {type: 'request-saved', note: await ports.saveRequest(request.file, request.to)};
      case 'forget':
        await ports.forget(request.id);
        return {type: 'forgotten'};
      case 'explain':
        return {type: 'explained', matches: await ports.explain(request.text)};
      case 'similar':
        return {type: 'similar', records: await ports.similar(request.key, request.finding)};
    }
  };

  if (first.request !== null) start(first.request);
  return {
    state: () => state,
    send,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookAgain: () => {
      for (const [attempt, {key, ask, controller}] of [...running]) {
        if (key === null) continue;
        controller.abort();
        run(attempt, key, ask);
      }
    },
  };
};

/** A look that began once more passes the same steps. */
const isTold = ({stage}: State, attempt: number, step: Step): boolean =>
  'done' in stage && stage.attempt === attempt && stage.done.some((one) => one.step === step);

/** A `UserError` says what to do; anything else is our own fault, and is called so. */
const messageOf = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof Error && error.name === 'UserError'
    ? message
    : `This did not work, and that is a fault of mcp-fix: ${message}`;
};
