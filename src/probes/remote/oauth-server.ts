import type {OAuthHop} from '../../model/evidence.ts';
import type {Json} from '../../model/json.ts';
import {printableLine} from '../../model/printable.ts';
import type {Line} from './line.ts';
import type {Whereabouts} from './named-url.ts';
import {fetchDocument, publicFields, serverMetadataUrls, texts} from './oauth-documents.ts';

type Document = {readonly [key: string]: Json};

const FIELDS = [
  'issuer',
  'authorization_endpoint',
  'token_endpoint',
  'registration_endpoint',
  'scopes_supported',
  'response_types_supported',
  'grant_types_supported',
  'code_challenge_methods_supported',
  'token_endpoint_auth_methods_supported',
  'client_id_metadata_document_supported',
];

/** Looks for the metadata of an authorization server, at every place in the order of the specification. */
export const findServer = async (
  line: Line,
  url: URL,
  own: Whereabouts,
  issuer: string,
): Promise<{readonly hops: readonly OAuthHop[]; readonly document: Document | null}> => {
  const clean = (text: string): string => printableLine(line.redactor.text(text)).slice(0, 600);
  const hop = (
    asked: string | null,
    status: number | null,
    seen: string,
    problem: string | null,
    outcome?: OAuthHop['outcome'],
  ): OAuthHop => ({
    hop: 'authorization-server',
    asked,
    status,
    outcome: outcome ?? (problem === null ? 'ok' : 'failed'),
    seen,
    problem,
    found: {},
  });
  if (!URL.canParse(issuer))
    return {hops: [hop(null, null, `"${clean(issuer)}" is no URL`, 'not-found')], document: null};
  const hops: OAuthHop[] = [];
  const places = serverMetadataUrls(new URL(issuer));
  for (const [index, place] of places.entries()) {
    const isLast = index === places.length - 1;
    const {document, status, seen, problem} = await fetchDocument(line, url, own, place);
    const asked = clean(place.href);
    if (document === null) {
      const isFinal = isLast || problem === 'not-https' || problem === 'private-address' || problem === 'unreachable';
      const text = `authorization-server metadata: ${seen}${isFinal ? '' : '; the next place is asked'}`;
      hops.push(hop(asked, status, text, isFinal ? problem : null, isFinal ? 'failed' : 'skipped'));
      if (isFinal) return {hops, document: null};
      continue;
    }
    const named = document['issuer'];
    const isSame = typeof named === 'string' && trimmed(named) === trimmed(issuer);
    const shown = typeof named === 'string' ? clean(named) : 'none';
    const endpoints = ['authorization_endpoint', 'token_endpoint'].filter((name) => typeof document[name] !== 'string');
    const [trouble, text] = !isSame
      ? ['issuer-mismatch', `the document names the issuer ${shown}, expected was ${clean(issuer)}`]
      : endpoints.length > 0
        ? ['no-endpoint', `the document of ${clean(issuer)} names no ${endpoints.join(' and no ')}`]
        : noCode(document)
          ? [
              'no-code',
              `the document of ${clean(issuer)} offers no "code" in response_types_supported (it has ${texts(document['response_types_supported']).map(clean).join(', ')}), and MCP clients sign in with the authorization code alone`,
            ]
          : [null, `the authorization server is ${clean(issuer)}`];
    hops.push({...hop(asked, status, text, trouble), found: publicFields(line, document, FIELDS)});
    return {hops, document};
  }
  return {hops, document: null};
};

/** The list is required (RFC 8414, 2); where it is there, it has to hold the flow that clients use. */
const noCode = (document: Document): boolean => {
  const types = texts(document['response_types_supported']);
  return types.length > 0 && !types.some((type) => type.split(' ').includes('code'));
};

/** Clients on a person's computer have no secret, unless they were given one. */
const wantsSecret = (document: Document): boolean => {
  const methods = texts(document['token_endpoint_auth_methods_supported']);
  return methods.length > 0 && methods.every((method) => /^client_secret_/.test(method));
};

/** A slash at the end is the one difference that clients forgive. */
const trimmed = (issuer: string): string => issuer.replace(/\/+$/, '');

/** What a client needs of the server's document: a way to be known, PKCE with S256. Nothing is sent for it. */
export const judgeServer = (line: Line, document: Document, clientId: string | null): readonly OAuthHop[] => [
  registration(line, document, clientId),
  pkce(document),
];

const registration = (line: Line, document: Document, clientId: string | null): OAuthHop => {
  const endpoint = document['registration_endpoint'];
  const [seen, problem] =
    clientId !== null
      ? ['the entry names a client id that was registered before', null]
      : document['client_id_metadata_document_supported'] === true
        ? ['client id metadata documents are supported', null]
        : typeof endpoint === 'string'
          ? ['clients may register themselves (dynamic client registration)', null]
          : [
              `there is no registration_endpoint and no support for client id metadata documents: a client id must be given${wantsSecret(document) ? ', and a client secret too (token_endpoint_auth_methods_supported has no "none")' : ''}`,
              'no-registration',
            ];
  const found = publicFields(line, document, ['registration_endpoint', 'client_id_metadata_document_supported']);
  return {
    hop: 'registration',
    asked: null,
    status: null,
    outcome: problem === null ? 'ok' : 'failed',
    seen,
    problem,
    found,
  };
};

const pkce = (document: Document): OAuthHop => {
  const methods = texts(document['code_challenge_methods_supported']);
  const isThere = methods.includes('S256');
  const seen = isThere
    ? 'PKCE with S256 is supported'
    : `code_challenge_methods_supported is ${methods.length === 0 ? 'missing' : methods.map((method) => printableLine(method)).join(', ')}; S256 is needed`;
  return {
    hop: 'pkce',
    asked: null,
    status: null,
    outcome: isThere ? 'ok' : 'failed',
    seen,
    problem: isThere ? null : 'no-pkce',
    found: {},
  };
};
