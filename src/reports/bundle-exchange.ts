import {textOf} from '../model/capture.ts';
import {type Evidence, type Exchange, type LaunchEvidence, seen} from '../model/evidence.ts';
import type {Finding} from '../model/finding.ts';
import {codeSpan, fenced} from './inert.ts';

/** Response headers under which servers, proxies and clouds name one request. */
const ID_HEADER =
  /^(?:x-)?(?:request|correlation|trace|transaction|operation|amzn?|vercel|fly-request|ms-request|cloud-trace|github-request|goog|envoy|b3|client-request)[\w-]*(?:id|context|traceid)$|^(?:cf-ray|traceparent|x-amz-cf-id|x-amzn-trace-id|x-served-by|x-cache|x-vercel-id|fly-request-id|request-id|apigw-requestid|x-ms-request-id)$/i;
const ID_IN_BODY = /"((?:request|trace|correlation|error|incident)_?id)"\s*:\s*"([^"]{1,120})"/gi;

/** 'x-request-id: abc', from headers and bodies, each once. */
export const requestIds = (evidence: Evidence): readonly string[] => {
  const found = exchangesOf(evidence).flatMap(({response}) =>
    response === null
      ? []
      : [
          ...Object.entries(response.headers)
            .filter(([name]) => ID_HEADER.test(name))
            .map(([name, value]) => `${name.toLowerCase()}: ${value}`),
          ...[...response.body.text.matchAll(ID_IN_BODY)].map(([, name, value]) => `${name}: ${value} (in the body)`),
        ],
  );
  return [...new Set(found)].slice(0, 20);
};

/** When each request was made and how long it took; for a program, when it started and ended. */
export const timeLines = (evidence: Evidence): readonly string[] => {
  const exchanges = exchangesOf(evidence);
  const started = new Date(evidence.machine.nowMs).toISOString();
  const launch = seen(evidence, 'launch');
  if (launch !== undefined) {
    const {exit} = launch;
    return [
      `the check began ${started}`,
      ...(launch.firstOutputMs === null
        ? ['the program wrote nothing']
        : [`first output after ${Math.round(launch.firstOutputMs)} ms`]),
      ...(exit === null ? [] : [`it ended after ${Math.round(exit.atMs)} ms with ${endOf(launch)}`]),
    ];
  }
  const skew = seen(evidence, 'network')?.control.clockSkewMs;
  return [
    `the check began ${started}`,
    ...exchanges.map(
      ({purpose, startedAt, timings, response}) =>
        `${startedAt} ${codeSpan(purpose)}: ${response === null ? 'no response' : `HTTP ${response.status}`} after ${Math.round(timings.total)} ms`,
    ),
    ...(skew == null || Math.abs(skew) < 2000 ? [] : [`the server's clock differs by ${Math.round(skew / 1000)} s`]),
  ];
};

/** The conversation itself: the failing exchange whole, or the program's words. */
export const exchangeLines = (evidence: Evidence, root: Finding | null): readonly string[] => {
  const exchanges = exchangesOf(evidence);
  const last = root?.step === 'tools' ? exchanges.findLast(({purpose}) => purpose === 'tools/list') : undefined;
  const shown = [...new Set([last ?? exchanges[0]].filter((one) => one !== undefined))];
  const launch = seen(evidence, 'launch');
  const frames = seen(evidence, 'handshake')?.frames ?? [];
  const blocks = [
    ...shown.flatMap(exchangeBlock),
    ...(launch === undefined ? [] : launchBlock(launch, seen(evidence, 'entry')?.envNames ?? [])),
    ...(frames.length === 0
      ? []
      : [
          'Messages:',
          '',
          fenced(
            frames
              .map(({direction, atMs, text}) => `${Math.round(atMs)} ms ${direction === 'out' ? '→' : '←'} ${text}`)
              .join('\n'),
          ),
          '',
        ]),
  ];
  return blocks.length > 0 ? blocks : ['Nothing was said: the check did not come so far.', ''];
};

const exchangesOf = (evidence: Evidence): readonly Exchange[] => {
  const http = seen(evidence, 'http');
  if (http === undefined) return [];
  return [
    http.main,
    ...http.exchanges.filter((one) => one !== http.main && one.startedAt !== http.main.startedAt),
  ].slice(0, 12);
};

const exchangeBlock = ({request, response, error, bound}: Exchange): readonly string[] => [
  'Request:',
  '',
  fenced([`${request.method} ${request.url}`, ...headerLines(request.headers)].join('\n')),
  '',
  ...(response === null
    ? [
        'No response:',
        '',
        fenced(
          [
            ...error.map(({code, message}) => `${code ?? 'error'}: ${message}`),
            ...(bound === null ? [] : [`ended by our limit: ${bound}`]),
          ].join('\n'),
        ),
        '',
      ]
    : [
        'Response:',
        '',
        fenced(
          [
            `${response.status} ${response.statusText}`.trim(),
            ...headerLines(response.headers),
            '',
            response.body.text,
          ].join('\n'),
        ),
        '',
      ]),
];

const headerLines = (headers: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`);

const endOf = ({exit}: LaunchEvidence): string =>
  exit?.signal == null ? `exit code ${exit?.code ?? 'unknown'}` : `signal ${exit.signal}`;

const launchBlock = (launch: LaunchEvidence, ownNames: readonly string[]): readonly string[] => {
  const stderr = textOf(launch.stderr);
  return [
    'Started:',
    '',
    fenced(
      [
        launch.argv.join(' '),
        `in ${launch.cwd}`,
        `variables of the entry: ${ownNames.length === 0 ? 'none' : ownNames.join(' ')}`,
      ].join('\n'),
    ),
    '',
    ...(stderr.trim() === '' ? [] : ['Its standard error:', '', fenced(stderr), '']),
    ...(launch.noise.length === 0
      ? []
      : ['On its standard output, and no message:', '', fenced(launch.noise.map(({text}) => text).join('\n')), '']),
  ];
};
