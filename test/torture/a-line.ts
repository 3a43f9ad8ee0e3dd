import type {Host} from '../../src/model/host.ts';
import {createRedactor} from '../../src/model/redact.ts';
import type {Line} from '../../src/probes/remote/line.ts';

/** What the requests of one investigation share, without a proxy. */
export const aLine = (host: Host, limitMs: number, secrets: readonly string[] = []): Line => ({
  host,
  redactor: createRedactor(secrets),
  signal: new AbortController().signal,
  startedAt: host.now(),
  deadline: host.now() + limitMs,
  proxyFor: () => null,
});
