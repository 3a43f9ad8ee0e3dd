/** Families of tokens by their public prefix or form; the vendors document the prefixes so that scanners can find them. */
const FAMILIES: readonly (readonly [string, RegExp])[] = [
  ['anthropic', /^sk-ant-[\w-]{8,}$/],
  ['openrouter', /^sk-or-[\w-]{8,}$/],
  ['openai', /^sk-(?:proj-|svcacct-|admin-)?[\w-]{16,}$/],
  ['github', /^(?:gh[pousr]_|github_pat_)\w{16,}$/],
  ['gitlab', /^gl(?:pat|dt|rt|ptt|soat)-[\w-]{10,}$/],
  ['slack', /^xox[abeoprs]-[\w-]{8,}$|^xapp-[\w-]{8,}$/],
  ['aws', /^(?:AKIA|ASIA)[A-Z0-9]{12,}$/],
  ['google', /^AIza[\w-]{30,}$|^ya29\.[\w-]{10,}$/],
  ['stripe', /^[rs]k_(?:live|test)_\w{8,}$/],
  ['npm', /^npm_\w{20,}$/],
  ['pypi', /^pypi-[\w-]{16,}$/],
  ['huggingface', /^hf_\w{16,}$/],
  ['notion', /^(?:ntn_|secret_)\w{20,}$/],
  ['linear', /^lin_(?:api|oauth)_\w{16,}$/],
  ['sentry', /^sntr(?:ys|yu)_[\w=+/-]{16,}$/],
  ['digitalocean', /^do[opr]_v1_[a-f0-9]{16,}$/],
  ['figma', /^fig[dou]_[\w-]{16,}$/],
  ['supabase', /^sbp_\w{16,}$/],
  ['groq', /^gsk_\w{16,}$/],
  ['perplexity', /^pplx-\w{16,}$/],
  ['tavily', /^tvly-[\w-]{8,}$/],
  ['airtable', /^pat\w{14}\.[a-f0-9]{32,}$/],
  ['atlassian', /^ATATT[\w=-]{16,}$/],
  ['jwt', /^eyJ[\w-]{5,}\.[\w-]{2,}\.[\w-]*$/],
];

/** The family that a token belongs to, or null. */
export const tokenFamily = (token: string): string | null =>
  token.length > 4096 && !token.startsWith('eyJ') ? null : (FAMILIES.find(([, form]) => form.test(token))?.[0] ?? null);
