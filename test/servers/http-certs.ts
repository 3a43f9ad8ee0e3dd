import {createPrivateKey} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const at = (name: string): string => fileURLToPath(new URL(`./certs/${name}`, import.meta.url));

/** The authority that signed all of them but the self-signed one; nobody's system trusts it. */
export const AUTHORITY_FILE = at('authority.cert.pem');

/** A certificate made for tests, good for a hundred years ('expired' ended in 2021). Keys are kept as PKCS #8 DER. */
export const certificate = (
  name: 'good' | 'other-host' | 'self-signed' | 'expired',
): {readonly key: string; readonly cert: string} => ({
  key: createPrivateKey({key: readFileSync(at(`${name}.key.der`)), format: 'der', type: 'pkcs8'})
    .export({format: 'pem', type: 'pkcs8'})
    .toString(),
  cert: readFileSync(at(`${name}.cert.pem`), 'utf8'),
});
