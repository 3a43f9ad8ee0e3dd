import {setMaxListeners} from 'node:events';
import type {Host} from '../../model/host.ts';
import type {Redactor} from '../../model/redact.ts';
import type {Line} from './line.ts';
import {proxyFor} from './proxy.ts';

/** A line for requests that are made apart from an investigation, with a time limit of its own. */
export const lineOf = (
  host: Host,
  options: {readonly redactor: Redactor; readonly signal: AbortSignal; readonly timeoutMs: number},
): Line => {
  // A signal of our own: several requests listen to it at a time, and Node warns of more than ten.
  const signal = AbortSignal.any([options.signal]);
  setMaxListeners(100, signal);
  const startedAt = host.now();
  return {
    host,
    redactor: options.redactor,
    signal,
    startedAt,
    deadline: startedAt + options.timeoutMs,
    proxyFor: (url) => proxyFor(host, url),
  };
};
