import {seen} from '../../model/evidence.ts';
import {editFix, urlFix, urlKey} from '../facts/http-changes.ts';
import {defineFailure} from '../failure.ts';

export const urlInvalid = defineFailure({
  id: 'url-invalid',
  class: 'config',
  step: 'network',
  title: 'The URL is not a complete web address',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {match: /Failed to construct 'URL'/, confidence: 'certain'},

    {match: /\b(?:file:\/\/\/|https?:\/\/)?undefined(?=: TypeError: fetch failed)/, confidence: 'certain'},
    {match: /\bInvalid URL\b|ERR_INVALID_URL/i, confidence: 'likely'},
    {match: /Failed to (?:execute|connect)[^\n]{0,80}: Invalid URL/i, confidence: 'certain'},
    {
      match:
        /Only absolute URLs are supported|Failed to parse URL|URL must start with https?|unsupported protocol(?! version):? ?[\w.-]+:/i,
      confidence: 'certain',
    },
    {
      match:
        /relative URL without a base|unsupported protocol scheme ""|first path segment in URL cannot contain colon/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Write the URL in full: scheme, host, port and path, such as https://host/mcp',
    'Percent-encode special characters in the URL; remove white space and quotes',
  ],
  detect: ({network}) => (network.isUrlValid ? null : {url: network.url, better: betterOf(network.url)}),
  explain: ({url, better}, {network}) => ({
    cause: `The URL "${url}" cannot be called: ${network.urlProblem ?? problemOf(url)}.${better === null ? '' : ` "${better}" would be a complete address.`}`,
    evidence: [{label: 'url', text: url, deciding: url}],
  }),
  fixes: ({url, better}, {all}) => [
    ...(better === null ? [] : [urlFix(all, url, better, 'A client calls only complete http or https addresses.')]),
    editFix(all, {
      id: 'ask-url',
      title: `Replace "${urlKey(seen(all, 'entry'))}" by the full address of the server: scheme, host, port and path`,
      path: [urlKey(seen(all, 'entry'))],
      edit: {kind: 'ask', label: 'The full URL of the MCP endpoint', isSecret: false, shape: 'url'},
      why: 'The address as it stands names no server.',
    }),
  ],
});

/** The address that was probably meant; null where that is a guess. */
const betterOf = (url: string): string | null => {
  const bare = url.trim().replace(/^["'<]+|["'>]+$/g, '');
  const fixed = bare
    .replace(/^(https?):?\/{0,2}(?=[^/:])/i, '$1://')
    .replace(/^wss?:\/\//i, (scheme) => (scheme.startsWith('wss') ? 'https://' : 'http://'));
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(fixed)
    ? fixed
    : `${/^(?:localhost|127\.|\[::1\])/i.test(fixed) ? 'http' : 'https'}://${fixed.replace(/^\/+/, '')}`;
  return /^https?:\/\/(?:\[[0-9a-f:]+\]|[\w.-]+)(?::\d{1,5})?(?:[/?#][^\s"'<>]*)?$/i.test(whole) &&
    !whole.includes('${') &&
    whole !== url
    ? whole
    : null;
};

const problemOf = (url: string): string => {
  if (url.trim() === '') return 'it is empty';
  if (/\s/.test(url)) return 'it holds white space';
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1];
  if (scheme === undefined) return 'the scheme (http:// or https://) is missing';
  return /^https?$/i.test(scheme) ? 'its host or port cannot be read' : `the scheme "${scheme}" is not http or https`;
};
