import {createPublicKey, generateKeyPairSync, type KeyObject, sign} from 'node:crypto';
import net from 'node:net';
import {addressBytes} from './parts.ts';

/** A key with a certificate for it, both PEM. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
}

interface Wanted {
  readonly name: string;
  /** DNS names and IP addresses; none makes an authority. */
  readonly hosts?: readonly string[];
  readonly from: Date;
  readonly to: Date;
  /** Signs it; itself where nobody is named. */
  readonly by?: {readonly name: string; readonly key: string};
}

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const bytes = [...Buffer.from(body.length.toString(16).replace(/^(.(..)*)$/, '0$1'), 'hex')];
  return Buffer.concat([
    Buffer.from(body.length < 128 ? [tag, body.length] : [tag, 0x80 | bytes.length, ...bytes]),
    body,
  ]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'));
/** CN alone (2.5.4.3). */
const named = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(12, Buffer.from(name)))));
/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5). */
const time = (at: Date): Buffer => {
  const digits = `${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`;
  return at.getUTCFullYear() < 2050 ? der(23, Buffer.from(digits.slice(2))) : der(24, Buffer.from(digits));
};
const ECDSA_SHA256 = sequence(oid('2a8648ce3d040302'));

/** The extension that says for which hosts (2.5.29.17), or that it may sign others (2.5.29.19). */
const extensionFor = (hosts: readonly string[] | undefined): Buffer => {
  const [id, value] =
    hosts === undefined
      ? ['551d13', sequence(der(1, Buffer.from([255])))]
      : [
          '551d11',
          sequence(
            ...hosts.map((host) =>
              net.isIP(host) === 0 ? der(0x82, Buffer.from(host)) : der(0x87, addressBytes(host)),
            ),
          ),
        ];
  return der(0xa3, sequence(sequence(oid(String(id)), der(4, Buffer.from(value)))));
};

/** A certificate made on the spot, because trials need dates and issuers of every kind. */
export const certified = (wanted: Wanted): Certified => {
  const {publicKey, privateKey}: {publicKey: KeyObject; privateKey: KeyObject} = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  const own = privateKey.export({format: 'pem', type: 'pkcs8'}).toString();
  const by = wanted.by ?? {name: wanted.name, key: own};
  const body = sequence(
    der(0xa0, der(2, Buffer.from([2]))),
    der(2, Buffer.from([Math.floor(Math.random() * 100) + 1])),
    ECDSA_SHA256,
    named(by.name),
    sequence(time(wanted.from), time(wanted.to)),
    named(wanted.name),
    createPublicKey(publicKey.export({format: 'pem', type: 'spki'})).export({format: 'der', type: 'spki'}),
    extensionFor(wanted.hosts),
  );
  const whole = sequence(body, ECDSA_SHA256, der(3, Buffer.from([0]), sign('sha256', body, by.key)));
  const lines = whole
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trim();
  return {key: own, cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`};
};
