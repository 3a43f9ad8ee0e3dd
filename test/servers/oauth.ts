import type http from 'node:http';
import type {Json} from '../../src/model/json.ts';
import {healthy, sendJson} from './http-mcp.ts';
import type {Handler} from './http-server.ts';

type Document = {readonly [key: string]: Json};

/** What an OAuth-protected server says at each hop; a missing part is as the specification wants it, null is a 404. */
export interface OAuthParts {
  readonly token?: string;
  readonly challenge?: string | null;
  readonly resource?: Document | null;
  /** Under which well-known name the authorization server has its document. */
  readonly serverAt?: string;
  readonly server?: Document | null;
}

const origin = (request: http.IncomingMessage): string => `http://${request.headers.host}`;

/** A protected server and its authorization server in one: healthy unless a part is replaced. */
export const protectedBy =
  (parts: OAuthParts = {}): Handler =>
  (request, response, body) => {
    const here = origin(request);
    const path = request.url ?? '';
    const document = (part: Document | null | undefined, whole: Document): void =>
      part === null ? sendJson(response, 404, {error: 'not found'}) : sendJson(response, 200, {...whole, ...part});
    if (path === '/.well-known/oauth-protected-resource/mcp') {
      return document(parts.resource, {
        resource: `${here}/mcp`,
        authorization_servers: [here],
        scopes_supported: ['notes'],
      });
    }
    if (path === (parts.serverAt ?? '/.well-known/oauth-authorization-server')) {
      return document(parts.server, {
        issuer: here,
        authorization_endpoint: `${here}/authorize`,
        token_endpoint: `${here}/token`,
        registration_endpoint: `${here}/register`,
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      });
    }
    if (path !== '/mcp') return sendJson(response, 404, {error: 'not found'});
    if (parts.token !== undefined && request.headers.authorization === `Bearer ${parts.token}`) {
      return healthy(request, response, body);
    }
    const written =
      parts.challenge === undefined
        ? `Bearer realm="notes", error="invalid_token", resource_metadata="${here}/.well-known/oauth-protected-resource/mcp"`
        : parts.challenge;
    return sendJson(
      response,
      401,
      {error: 'invalid_token', error_description: 'Authentication required'},
      written === null ? {} : {'www-authenticate': written.replaceAll('ORIGIN', here)},
    );
  };
