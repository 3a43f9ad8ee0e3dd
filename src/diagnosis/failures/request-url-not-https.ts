import type {RequestServer} from '../../model/evidence.ts';
import {changeAt, rawAt} from '../facts/config-entry.ts';
import {callOf, lineOf, placeOf, setKey, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestUrlNotHttps = defineFailure({
  id: 'request-url-not-https',
  class: 'config',
  step: 'config',
  title: 'The URL of a server in the request is not an https address',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {match: /mcp_servers\.\d+\.url: [^\n]{0,40}https[^\n]{0,40}/i, confidence: 'certain'},

    {match: /mcp_servers\.\d+\.(?:\w+\.)?url: (?:Field required|Input should be a valid)/i, confidence: 'certain'},
    {match: /(?:mcp|server) ?url (?:must|should|has to) (?:be|use|start with) (?:an? )?https/i, confidence: 'certain'},
  ],
  remedies: ['Write "url" in full and with https://; put a TLS proxy in front of a server that has none'],
  detect: ({request: {about}}) =>
    about === null || !about.isObject || about.url.scheme === 'https' || isToldByHost(about) ? null : about,
  explain: (about, {entry}) => ({
    cause: `${callOf(about)} ${WRONG[about.url.scheme] ?? `has an address that begins with "${about.url.scheme}://"`}; the connector of the Messages API calls only complete https addresses${about.url.scheme === 'http' ? ', so that a token never travels in the clear' : ''}.`,
    evidence: [lineOf(about, entry, 'url', `${about.url.scheme}://`)],
    location: placeOf(entry, 'url'),
  }),
  fixes: (about, {entry}) => {
    const written = rawAt(entry, ['url']);
    const why = 'The connector calls only https addresses';
    if (about.url.scheme === 'http' && typeof written === 'string' && !/\[secret/.test(written)) {
      const url = written.replace(/^http:/i, 'https:');
      return [setKey(entry, 'url', url, why, `Set "url" of ${shortOf(about)} to "${url}"`), PROXY];
    }
    const edit = {kind: 'ask', label: `The https address of ${shortOf(about)}`, isSecret: false, shape: 'url'} as const;
    return [
      {
        id: 'ask-url',
        title: `Set "url" of ${shortOf(about)} to the full https address of the server`,
        kind: 'edit',
        change: changeAt(entry, ['url'], edit, why),
      },
    ];
  },
});

/**
 * https alone would not bring the connector there: a host off the public internet is told by request-host-not-public.
 * Where the person said that such hosts are meant, plain http is theirs to choose, and any other scheme is still wrong.
 */
const isToldByHost = ({url, isPrivateAllowed}: RequestServer): boolean =>
  url.host !== '' &&
  ['loopback', 'private', 'reserved'].includes(url.reach) &&
  (!isPrivateAllowed || url.scheme === 'http');

const PROXY = {
  id: 'tls-proxy',
  title: 'Where the server speaks plain http only: put a proxy with a certificate in front of it',
  kind: 'advice',
} as const;

const WRONG: Readonly<Record<string, string>> = {
  missing: 'has no "url"',
  'not-text': 'has a "url" that is no text',
  unreadable: 'has a "url" that is no complete address',
  http: 'has an address that begins with "http://"',
};
