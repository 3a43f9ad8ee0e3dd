import {below, pick} from './trial.ts';

type Random = () => number;
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const of = (random: Random, letters: string, count: number): string =>
  Array.from({length: count}, () => pick(random, [...letters])).join('');
const body = (random: Random, count: number): string => `a7${of(random, LETTERS, count - 2)}`;
const hex = (random: Random, count: number): string => of(random, '0123456789abcdef', count);
const joined = (...parts: readonly string[]): string => parts.join('');

/** Made-up secrets of 25 families; spelt in parts so that no scanner takes this page for a leak. */
export const FAMILIES: Readonly<Record<string, (random: Random) => string>> = {
  'anthropic api': (r) => joined('sk-', 'ant-api03-', body(r, 93), 'AA'),
  'anthropic admin': (r) => joined('sk-', 'ant-admin01-', body(r, 93), 'AA'),
  'anthropic oat': (r) => joined('sk-', 'ant-oat01-', body(r, 93), 'AA'),
  'anthropic ort': (r) => joined('sk-', 'ant-ort01-', body(r, 93), 'AA'),
  openai: (r) => joined('sk-', 'proj-', body(r, 48)),
  'github classic': (r) => joined('gh', 'p_', body(r, 36)),
  'github fine': (r) => joined('github', '_pat_', body(r, 82)),
  'github app': (r) => joined('gh', 's_', body(r, 36)),
  gitlab: (r) => joined('gl', 'pat-', body(r, 20)),
  'aws key': (r) => joined('AK', 'IA', of(r, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)),
  'aws secret': (r) => body(r, 40),
  gcp: (r) => joined('AI', 'za', body(r, 35)),
  azure: (r) => `${body(r, 86)}==`,
  slack: (r) => joined('xo', 'xb-', '1234567890-', body(r, 24)),
  stripe: (r) => joined('sk', '_live_', body(r, 24)),
  npm: (r) => joined('np', 'm_', body(r, 36)),
  pypi: (r) => joined('py', 'pi-', body(r, 60)),
  huggingface: (r) => joined('h', 'f_', body(r, 34)),
  jwt: (r) =>
    joined(
      'ey',
      'J',
      Buffer.from('{"alg":"HS256"}').toString('base64url').slice(3),
      '.',
      body(r, 60),
      '.',
      body(r, 43),
    ),
  webhook: (r) => joined('https://hooks.slack.com/', 'services/T00000000/B00000000/', body(r, 24)),
  'generic hex': (r) => hex(r, 32),
  'generic base64': (r) => `${body(r, 42)}/+`,
  passphrase: (r) => `${body(r, 7)} ${body(r, 9)} ${body(r, 8)}`,
  'connection password': (r) => body(r, 20),
  'session cookie': (r) => `s%3A${body(r, 24)}.${body(r, 20)}`,
};

/** The ways in which a program may print a secret that it was given. */
export const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  raw: (secret) => `value ${secret} refused`,
  'URL-encoded': (secret) => `GET /x?y=${encodeURIComponent(secret)} failed`,
  base64: (secret) => `Basic ${Buffer.from(secret).toString('base64')}`,
  'JSON-escaped': (secret) => JSON.stringify({error: JSON.stringify({value: secret})}),
  'shell-quoted': (secret) => `run --key '${secret}' --port 8080`,
  'in two chunks': (secret) => `${secret.slice(0, 9)}|CHUNK|${secret.slice(9)}`,
  'cut at 60 %': (secret) => `key=${secret.slice(0, Math.ceil(secret.length * 0.6))}`,
  'upper case': (secret) => `KEY ${secret.toUpperCase()} UNKNOWN`,
  wrapped: (secret) => (secret.match(/.{1,40}/g) ?? []).join('\n'),
  'in a stack trace': (secret) => `Error: bad token ${secret}\n    at check (/srv/${secret}/index.js:1:1)`,
};

interface Leak {
  readonly family: string;
  readonly at: number;
}

/** Without what the family begins with, which is no secret. */
const ownPart = (secret: string): string =>
  secret
    .replace(/^https:\/\/hooks.*\//, '')
    .slice(secret.startsWith('http') ? 0 : Math.min(14, Math.floor(secret.length / 4)));

/**
 * Answers where in an output a run of eight characters of one of the secrets stands, in any of the usual spellings (of
 * base64 twelve, at its own steps); each secret once. Every place of the output is looked at.
 */
export const leakFinder = (
  secrets: readonly (readonly [family: string, secret: string])[],
): ((output: string) => readonly Leak[]) => {
  const windows = new Map<string, number>();
  const put = (text: string, length: number, step: number, index: number): void => {
    for (let at = 0; at + length <= text.length; at += step) windows.set(text.slice(at, at + length), index);
  };
  secrets.forEach(([, secret], index) => {
    const own = ownPart(secret);
    for (const spelt of [own, own.toUpperCase(), encodeURIComponent(own)]) put(spelt, 8, 1, index);
    put(Buffer.from(secret).toString('base64').replace(/=+$/, ''), 12, 4, index);
  });
  return (output) => {
    const found = new Map<number, Leak>();
    for (let at = 0; at < output.length; at += 1) {
      for (const length of [8, 12]) {
        const index = windows.get(output.slice(at, at + length));
        if (index !== undefined && !found.has(index)) found.set(index, {family: secrets[index]?.[0] ?? '', at});
      }
    }
    return [...found.values()];
  };
};

export const anyOf = (random: Random, count: number): readonly (readonly [string, string])[] =>
  Array.from({length: count}, () => {
    const [name, make] = Object.entries(FAMILIES)[below(random, Object.keys(FAMILIES).length)] ?? ['', () => ''];
    return [name, make(random)] as const;
  });
