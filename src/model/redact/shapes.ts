/**
 * Where a token may begin: behind anything but a letter or digit, and behind what only looks like one: a colour code,
 * an escaped line end, an escaped character of an address.
 */
const BEGIN = String.raw`(?<![A-Za-z0-9](?<!\[[0-9;]{0,12}m|\\[nrt]|%[0-9A-Fa-f]{2}))`;

const HOOKS = String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/|(?:discord|discordapp)\.com/api/webhooks/`;

const WRITTEN: readonly (readonly [family: string, pattern: RegExp, word?: string])[] = [
  [
    'pem',
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/,
    'PRIVATE KEY',
  ],
  ['jwt', /\beyJ[\w-]{8,}(?:\.[\w-]+){0,4}/, 'eyJ'],
  ['anthropic', /\bsk-ant-[\w-]{8,}/, 'sk-ant-'],
  ['openrouter', /\bsk-or-[\w-]{8,}/, 'sk-or-'],
  ['stripe', /\b(?:sk|rk|pk)_(?:live|test)_\w{8,}|\bwhsec_[\w+/=]{8,}/],
  ['openai', /\bsk-(?=[\w-]{0,72}?\d)[\w-]{16,}/, 'sk-'],
  ['github', /\bgh[opusr]_[A-Za-z0-9]{8,}|\bgithub_pat_\w{8,}/],
  ['gitlab', /\bgl(?:pat|ptt|dt|rt|rtr|soat|ft|imt|agent|oas|cbt|ffct)-[\w.-]{8,}/, 'gl'],
  ['aws', /\bAKIA[A-Z0-9]{8,}|\b(?:ASIA|ABIA|ACCA)(?=[A-Z]{0,20}\d)[A-Z0-9]{8,}/],
  ['google', /\bAIza[\w-]{16,}|\bya29\.[\w.-]{8,}|\bGOCSPX-[\w-]{8,}|\b1\/\/0[\w-]{16,}/],
  ['slack', /\bxox[abceoprs]-[\w-]{8,}|\bxapp-\d-[\w-]{8,}/],
  [
    'webhook',
    new RegExp(`\\b(?:${HOOKS}|[\\w-]{1,60}\\.webhook\\.office\\.com/)[\\w/@.-]{8,}`),
    '.webhook.office.com/',
  ],
  ['webhook', new RegExp(`\\b(?:${HOOKS})[\\w/@.-]{8,}`)],
  ['npm', /\bnpm_[A-Za-z0-9]{16,}/, 'npm_'],
  ['pypi', /\bpypi-[\w-]{16,}/, 'pypi-'],
  ['huggingface', /\bhf_[A-Za-z0-9]{16,}/, 'hf_'],
  ['telegram', /\b\d{8,10}:AA[\w-]{12,}/, ':AA'],
  ['sendgrid', /\bSG\.[\w-]{8,}(?:\.[\w-]+)?/, 'SG.'],
  ['azure', /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)=[\w+/=%-]{8,}|\b[\w~.-]{3}8Q~[\w~.-]{20,}/],
  ['databricks', /\bdapi[0-9a-f]{16,}/, 'dapi'],
  ['digitalocean', /\bdo[opr]_v1_[0-9a-f]{8,}/, '_v1_'],
  ['atlassian', /\bATATT3[\w=-]{8,}|\bATCTT3[\w=-]{8,}/, 'TT3'],
  ['shopify', /\bshp(?:at|ca|pa|ss)_[0-9a-fA-F]{8,}/, 'shp'],
  ['vault', /\bhv[sbr]\.[\w-]{12,}/, 'hv'],
  ['age', /\bAGE-SECRET-KEY-[A-Z0-9]{8,}/, 'AGE-SECRET-KEY-'],
  [
    'token',
    /\b(?:lin_api_|ntn_|secret_|figd_|figu_|sntrys_|sntryu_|sbp_|gsk_|xai-|pplx-|r8_|tvly-|fc-|ctx7sk-|dp\.(?:pt|st|ct)\.|PMAK-|NRAK-|pscale_(?:tkn|pw|oauth)_|HRKU-|sq0(?:atp|csp)-|EAAA|rnd_|vcp_|key-|glsa_|phx_|phc_|apify_api_|e2b_|nvapi-|csk-|ddp_|CFPAT-|rpa_|shippo_live_)(?=[\w-]{0,64}?\d)[\w-]{12,}/,
  ],
];

/**
 * Families of tokens by their shape. A cut-off token is masked too: the lengths ask for less than a whole one. A text
 * without `word` has no match: a quick look before the slow one.
 */
export const SHAPES: readonly (readonly [family: string, pattern: RegExp, word: string])[] = WRITTEN.map(
  ([family, pattern, word = '']) => [family, new RegExp(pattern.source.replaceAll('\\b', BEGIN), 'g'), word],
);

/** The family of a token that is known by its shape alone; null for others. */
export const familyOf = (value: string): string | null => {
  for (const [family, pattern] of SHAPES) {
    pattern.lastIndex = 0;
    const match = pattern.exec(value);
    if (match !== null && match.index <= 16) return family;
  }
  return null;
};
