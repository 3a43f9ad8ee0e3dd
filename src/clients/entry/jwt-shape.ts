import {isRecord, type Json} from '../../model/json.ts';
import type {JwtShape} from '../../model/value-shape.ts';

/** The public claims of a JSON Web Token (RFC 7519), read without any key; null where the text is none. */
export const jwtShapeOf = (token: string): JwtShape | null => {
  const parts = token.split('.');
  if (parts.length !== 3 || token.length > 16_384) return null;
  const header = decode(parts[0] ?? '');
  const claims = decode(parts[1] ?? '');
  if (header === null || claims === null || typeof header['alg'] !== 'string') return null;
  const scope = claims['scope'] ?? claims['scp'] ?? claims['scopes'];
  return {
    algorithm: header['alg'].slice(0, 40),
    issuer: textOf(claims['iss']),
    audience: listOf(claims['aud']),
    scopes: typeof scope === 'string' ? scope.split(/[ ,]+/).filter(Boolean).slice(0, 40) : listOf(scope),
    expiresAt: secondsOf(claims['exp']),
    notBefore: secondsOf(claims['nbf']),
    issuedAt: secondsOf(claims['iat']),
    isIdToken: ['nonce', 'at_hash', 'c_hash'].some((name) => claims[name] !== undefined),
  };
};

const decode = (part: string): Readonly<Record<string, Json>> | null => {
  if (!/^[\w-]+={0,2}$/.test(part)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
};

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' ? value.slice(0, 300) : null);

const listOf = (value: Json | undefined): readonly string[] => {
  const items = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => (typeof item === 'string' ? [item.slice(0, 300)] : [])).slice(0, 40);
};

const secondsOf = (value: Json | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
