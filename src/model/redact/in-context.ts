import {isHarmlessValue, isStandIn} from './harmless-value.ts';
import {isSecretName} from './secret-name.ts';

type Tag = (family: string, value: string) => string;

const SCHEME =
  /\b(Bearer|Basic|Token|Bot|Digest|ApiKey|Negotiate)([ \t]+)(?!\[secret|[a-z_]+=["'a-z])([\w.~+/-]{8,}={0,2})/gi;
const COOKIE = /\b((?:set-)?cookie2?["']?[ \t]*:[ \t]*["']?)([^\r\n"']{4,})/gi;
const USERINFO = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@:"'<>[\]]{0,200})(?::([^\s/@"'<>]{1,400}))?@/gi;
const QUERY = /([?&;#])([\w.[\]-]{1,60})=([^&\s"'<>#;[\]]{4,})/g;
const OPTION = /(?<![\w-])(--?[A-Za-z][\w-]{1,60})(=|[ \t]+|["'],?[ \t]*["'])([^\s"',[\]-][^\s"',]{3,})/g;
const QUOTED = /(["'])([A-Za-z][\w.-]{1,60})\1([ \t]*[:=][ \t]*)(["'])((?:(?!\4)[^\\\r\n]|\\.){1,20000})\4/g;
/** Only of a name that may be a secret's: 'Error: token: abc' is about the second of the two. */
const ASSIGNED =
  /(?<![\w.-])(?!secret:[a-z]+#)(?=[\w.-]{0,60}(?:tok|sec|pas|pwd|pat|auth|cred|key|cook|sess|jwt|bear|sig|dsn|otp|pin|hook|conn))([A-Za-z][\w.-]{1,60})([ \t]*[:=][ \t]*|[ \t]+is[ \t]+)(["']?)((?:\$\{[^{}\s]{1,100}\}|[^\s"'[\],;}&])+)/gi;

/** Secrets that are known by what stands in front of them: a scheme, a header, an address, an option, a name. */
export const maskedInContext = (input: string, tag: Tag): string => {
  let text = input.replace(COOKIE, (whole, head: string, value: string) =>
    isStandIn(value) || value.includes('[secret') ? whole : head + tag('cookie', value),
  );
  text = text.replace(SCHEME, (whole, scheme: string, gap: string, value: string) =>
    looksRandom(value) ? scheme + gap + tag(scheme.toLowerCase(), value) : whole,
  );
  if (text.includes('://'))
    text = text.replace(USERINFO, (whole, head: string, user: string, password: string | undefined) => {
      if (password !== undefined)
        return isStandIn(password)
          ? whole
          : `${head}${looksRandom(user) ? tag('user', user) : user}:${tag('password', password)}@`;
      return user.length >= 16 && looksRandom(user) ? `${head}${tag('user', user)}@` : whole;
    });
  text = text.replace(QUERY, (whole, mark: string, key: string, value: string) =>
    isQuerySecret(key, value) ? `${mark}${key}=${tag('query', value)}` : whole,
  );
  text = text.replace(OPTION, (whole, option: string, gap: string, value: string) =>
    isSecretName(option) && looksGiven(value) ? option + gap + tag('option', value) : whole,
  );
  text = text.replace(QUOTED, (whole, quote: string, name: string, gap: string, mark: string, value: string) =>
    isSecretName(name) && !isStandIn(value) && !value.includes('[secret') && value.length >= 4
      ? `${quote}${name}${quote}${gap}${mark}${tag('field', value)}${mark}`
      : whole,
  );
  return text.replace(ASSIGNED, (whole, name: string, gap: string, quote: string, value: string) =>
    isSecretName(name) && (gap.trim() === '=' || looksRandom(value)) && looksGiven(value)
      ? name + gap + quote + tag('field', value)
      : whole,
  );
};

const isQuerySecret = (key: string, value: string): boolean =>
  !isStandIn(decoded(value)) &&
  (isSecretName(key) || /^(?:code|code_verifier|assertion|key|state)$/i.test(key)) &&
  (looksRandom(value) || isSecretName(key));

const decoded = (value: string): string => value.replaceAll('%7B', '{').replaceAll('%7D', '}').replaceAll('%24', '$');

/** A value, and no word of a sentence: 'the --token option', 'TOKEN=missing'. */
const looksGiven = (value: string): boolean =>
  !isHarmlessValue(value) && (looksRandom(value) || !/^[a-z]{1,14}[.,:;!?)]*$/i.test(value));

/** Digits among letters, mixed case inside, or simply long. */
const looksRandom = (value: string): boolean => {
  if (isStandIn(value) || value.includes('[secret')) return false;
  const isMixed = /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(value);
  return (/\d/.test(value) && /[A-Za-z]/.test(value)) || /^\d{8,}$/.test(value) || isMixed || value.length >= 24;
};

const CANDIDATE = /(?<![\w+/=.-])[\w+/=-]{24,512}(?![\w+/=-])/g;
const BLOB = /(?:base64,|integrity["':\s]{1,4})$/i;

/** The careful net: one unbroken run of letters of both cases and digits, shuffled as no name is. */
export const maskedByEntropy = (text: string, tag: Tag): string =>
  text.replace(CANDIDATE, (run: string, at: number) => {
    if (BLOB.test(text.slice(Math.max(0, at - 16), at)) || /^sha\d{1,3}-/.test(run) || run.includes('secret'))
      return run;
    return run.split(/[-_/=+]/).some(isShuffled) ? tag('random', run) : run;
  });

const isShuffled = (part: string): boolean => {
  if (part.length < 20) return false;
  const seen = {digit: 0, lower: 0, upper: 0};
  let digits = 0;
  let turns = 0;
  let before = kindOf(part.charCodeAt(0));
  for (let i = 0; i < part.length; i += 1) {
    const code = part.charCodeAt(i);
    const kind = kindOf(code);
    // A bit for each character of a kind.
    seen[kind] |= 1 << (code & 31);
    if (kind === 'digit') digits += 1;
    // A capital that begins a word is no turn: names in camel case have many of them.
    if (kind !== before && !(before === 'upper' && kind === 'lower')) turns += 1;
    before = kind;
  }
  if (seen.lower === 0 || seen.upper === 0 || digits < 2 || turns < part.length * 0.28) return false;
  return bitsOf(seen.digit) + bitsOf(seen.lower) + bitsOf(seen.upper) >= part.length * 0.4;
};

const bitsOf = (bits: number): number => {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
};

/** Of a letter or digit of ASCII; a candidate has no others. */
const kindOf = (code: number): 'digit' | 'lower' | 'upper' => (code <= 57 ? 'digit' : code >= 97 ? 'lower' : 'upper');
