/** Places that no server may send us to, four numbers each. */
export const INNER: readonly string[] = [
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

/** Every spelling that shows by itself where it leads. */
export const SPELLED: readonly string[] = [...INNER.flatMap(spellings), ...NAMES];

/** An address that counts as public, of the server that is asked, and of another one. */
export const SERVER = '45.33.32.156';
export const OTHER = '45.33.32.157';

type Addresses = {readonly a?: readonly string[]; readonly aaaa?: readonly string[]};

/** Names that look public and lead inside, by what a name server says of them: each time the next of the list. */
export const LEADING_INSIDE: Readonly<Record<string, readonly Addresses[]>> = {
  'ten.inner.example.net': [{a: ['10.1.2.3']}],
  'loop.inner.example.net': [{a: ['127.0.0.1']}],
  'meta.inner.example.net': [{a: ['169.254.169.254']}],
  'metadata.google.internal': [{a: ['169.254.169.254']}],
  'instance-data.ec2.internal': [{a: ['169.254.169.254']}],
  'shared.inner.example.net': [{a: ['100.64.0.1']}],
  'zero.inner.example.net': [{a: ['0.0.0.0']}],
  'six.inner.example.net': [{aaaa: ['::1']}],
  'mapped.inner.example.net': [{aaaa: ['::ffff:127.0.0.1']}],
  'nat64.inner.example.net': [{aaaa: ['64:ff9b::7f00:1']}],
  'ula.inner.example.net': [{aaaa: ['fd12:3456::1']}],
  'mixed.inner.example.net': [{a: [OTHER, '10.1.2.3']}],
  'mixed-loop.inner.example.net': [{a: ['127.0.0.1', OTHER]}],
  'mixed-six.inner.example.net': [{a: [OTHER], aaaa: ['::1']}],
  // Rebinding: public when it is looked up first and inner the next time, and the other way round.
  'flips.inner.example.net': [{a: [OTHER]}, {a: ['127.0.0.1']}],
  'flops.inner.example.net': [{a: ['127.0.0.1']}, {a: [OTHER]}],
  'late.inner.example.net': [{a: [OTHER]}, {a: [OTHER]}, {a: ['10.1.2.3']}],
};

/** Of /etc/hosts. */
export const IN_HOSTS_FILE: Readonly<Record<string, string>> = {
  'router.lan': '192.168.1.1',
  'ip6-localhost': '::1',
  'localhost.localdomain': '127.0.0.1',
  'looks.public.example': '10.1.2.3',
};

export const INNER_HOSTS: readonly string[] = [
  ...SPELLED,
  ...Object.keys(LEADING_INSIDE),
  ...Object.keys(IN_HOSTS_FILE),
];
