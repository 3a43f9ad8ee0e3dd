const WORDS = new Set(
  'token tokens secret secrets password passwords passwd pwd passphrase pass pat auth authorization credential credentials apikey apikeys cookie session sessionid jwt bearer signature sig dsn otp pin webhook accesskey secretkey privatekey apitoken authtoken accesstoken refreshtoken idtoken clientsecret connectionstring connstr'.split(
    ' ',
  ),
);
const KEYS = new Set(
  'api access secret private signing encryption master service account auth license shared storage admin subscription deploy'.split(
    ' ',
  ),
);
/** What makes a name tell of a secret rather than be one: TOKEN_COUNT, AUTH_TYPE, MAX_TOKENS, tokenizer. */
const ABOUT = new Set(
  'count max min limit limits type mode method url uri endpoint path file dir name enabled disabled expiry expires ttl timeout length size usage budget host port provider issuer audience scope scopes header prefix policy server metadata id'.split(
    ' ',
  ),
);

/** The words of a name in any spelling: apiKey, API_KEY, --api-key, x-api-key. */
const wordsOf = (name: string): readonly string[] =>
  name
    .slice(0, 200)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** True for the name of a variable, header, field, query key or option whose value is a secret. */
export const isSecretName = (name: string): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (ABOUT.has(last) && !(last === 'id' && words.at(-2) === 'session')) return false;
  if (words.some((word) => word === 'max' || word === 'min')) return false;
  if (words.some((word) => WORDS.has(word))) return true;
  if (last === 'key' || last === 'keys')
    return words.length === 1 ? false : words.some((word) => KEYS.has(word)) || words.length <= 3;
  return false;
};
