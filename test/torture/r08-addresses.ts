import {type Reach, reachOfAddress, reachOfHost} from '../../src/probes/remote/address.ts';
import {mayAsk} from '../../src/probes/remote/named-url.ts';
import {few, type Outcome, type Trial} from './trial.ts';

/** Places that no server may send us to, four numbers each. */
const INNER: readonly string[] = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.254',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
];

/** The spellings of one IPv4 address that a URL takes, and those of IPv6 that carry it. */
const spellings = (address: string): readonly string[] => {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  const pair = `${hex(a * 256 + b, 4)}:${hex(c * 256 + d, 4)}`;
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${hex(whole, 8)}`,
    [a, b, c, d].map((part) => `0${part.toString(8)}`).join('.'),
    [a, b, c, d].map((part) => `0x${part.toString(16)}`).join('.'),
    `${a}.${(b * 256 + c) * 256 + d}`,
    [...address].map((one) => (one === '.' ? '。' : String.fromCodePoint(one.charCodeAt(0) + 0xfee0))).join(''),
    `[::ffff:${pair}]`,
    `[::ffff:${address}]`,
    `[0:0:0:0:0:ffff:${pair}]`,
    `[::${pair}]`,
    `[64:ff9b::${pair}]`,
    `[2002:${pair}::1]`,
  ];
};

const NAMES: readonly string[] = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[2001:db8::1]',
  '[100::1]',
];

const OUTER: readonly string[] = ['8.8.8.8', '1.1.1.1', '[2606:4700::1111]', '172.32.0.1', '100.128.0.1', 'x.example'];

const run = async (): Promise<Outcome> => {
  const wrong: string[] = [];
  const configured = new URL('https://server.example/mcp');
  const inner = [...INNER.flatMap(spellings), ...NAMES];
  let unreadable = 0;
  const ask = (host: string, scheme: string, reach: Reach = 'public') => {
    const text = `${scheme}://${host}/x`;
    return URL.canParse(text) ? mayAsk(configured, reach, new URL(text)) : null;
  };
  for (const host of inner) {
    for (const scheme of ['https', 'http']) {
      const permission = ask(host, scheme);
      if (permission === null) unreadable += 1;
      else if (permission.isAllowed) wrong.push(`${scheme}://${host}/ may be asked (${reachOfHost(host)})`);
    }
  }
  for (const host of OUTER) {
    const [secret, open] = [ask(host, 'https'), ask(host, 'http')];
    if (secret?.isAllowed !== true) wrong.push(`https://${host}/ may not be asked`);
    // A name that leads inside is caught at the socket.
    else if (INNER.some((address) => secret.check?.(address) !== false))
      wrong.push(`https://${host}/ may lead to an inner address`);
    if (open?.isAllowed === true) wrong.push(`http://${host}/ may be asked`);
  }
  for (const address of INNER)
    if (reachOfAddress(`::ffff:${address}`) === 'public') wrong.push(`::ffff:${address} counts as public`);
  return {
    figures: `${inner.length} spellings of inner hosts, each with https and http: ${wrong.length} allowed (${unreadable} are no URL at all); ${OUTER.length} outer hosts asked by https alone, and at the socket by none of ${INNER.length} inner addresses`,
    wrong: few(wrong),
  };
};

export const r08: Trial = {
  promise: 'R8',
  title: 'a URL that a server names is asked only when it is https and public',
  run,
};
