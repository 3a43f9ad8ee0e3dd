import {advanceOnboard, beginOnboard} from '../../repair/onboard/advance.ts';
import type {OnboardPorts} from '../../repair/onboard/ports.ts';
import type {OnboardEvent, OnboardRequest, OnboardState, Progress} from '../../repair/onboard/state.ts';

export interface OnboardDriver {
  readonly state: () => OnboardState;
  readonly send: (event: OnboardEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const noMatter = (): void => undefined;

/** Performs the wishes of the walk and feeds the answers back. Its one `AbortController` ends what is under way. */
export const createOnboardDriver = (
  ports: OnboardPorts,
  options: {readonly progress: Readonly<Record<string, Progress>>; readonly onEnd: (code: number) => void},
): OnboardDriver => {
  const all = new AbortController();
  const listeners = new Set<() => void>();
  const first = beginOnboard(options.progress);
  let state = first.state;

  const send = (event: OnboardEvent): void => {
    const turn = advanceOnboard(state, event);
    state = turn.state;
    for (const listener of listeners) listener();
    // Where it stopped is a convenience: a disk that does not take it costs being asked again.
    if (event.type === 'proved') void ports.remember(state).catch(noMatter);
    if (turn.request !== null) start(turn.request);
  };

  const start = (request: OnboardRequest): void => {
    if (request.kind === 'quit') {
      all.abort();
      void ports
        .remember(state)
        .catch(noMatter)
        .then(() => options.onEnd(request.code));
      return;
    }
    answerOf(request).then(send, (error: unknown) =>
      send({type: 'trouble', message: error instanceof Error ? error.message : String(error)}),
    );
  };

  const answerOf = async (request: Exclude<OnboardRequest, {kind: 'quit'}>): Promise<OnboardEvent> => {
    switch (request.kind) {
      case 'list':
        return {type: 'listed', servers: await ports.list()};
      case 'change':
        return {type: 'changed', ...(await ports.change(request.key, request.need, request.value))};
      case 'prove':
        return {type: 'proved', key: request.key, answer: await ports.prove(request.key, request.digest, all.signal)};
      case 'finish':
        return {type: 'finished', path: await ports.finish(state)};
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
  };
};
