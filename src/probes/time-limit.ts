export interface TimeLimit {
  /** Aborts when the outer signal does, or when the time is over. */
  readonly signal: AbortSignal;
  /** It was the time that ended it. */
  readonly isLate: () => boolean;
  /** To be called when the work is done: nothing is held or waited for any more. */
  readonly release: () => void;
}

/**
 * A signal and a time limit as one signal. Not made of `AbortSignal.any` and `AbortSignal.timeout`: where nobody else
 * holds the latter, Node 20 lets it be collected as garbage, and the limit never comes.
 * @param ms milliseconds
 */
export const timeLimit = (outer: AbortSignal, ms: number): TimeLimit => {
  const own = new AbortController();
  let isLate = false;
  const onOuter = (): void => own.abort(outer.reason);
  const release = (): void => {
    clearTimeout(timer);
    outer.removeEventListener('abort', onOuter);
  };
  const timer = setTimeout(() => {
    isLate = true;
    own.abort(new DOMException(`nothing within ${ms} ms`, 'TimeoutError'));
  }, ms);
  if (outer.aborted) onOuter();
  else outer.addEventListener('abort', onOuter, {once: true});
  own.signal.addEventListener('abort', release, {once: true});
  return {signal: own.signal, isLate: () => isLate, release};
};
