/** A class by general words, for texts that no known failure fits. Quota before auth: a 429 often speaks of keys too. */
export const fallbackOf = (text: string): {readonly id: string; readonly matched: string} | null => {
  for (const {id, words} of FALLBACKS) {
    const matched = words.exec(text)?.[0];
    if (matched !== undefined) return {id, matched: matched.trim()};
  }
  return null;
};

const FALLBACKS: readonly {readonly id: string; readonly words: RegExp}[] = [
  {
    id: 'unrecognised-quota',
    words:
      /\b(?:429|402|529)\b|rate.?limit\w*|too many requests|quota|out of credits?|insufficient (?:credits?|funds|balance)|credit balance|payment required|billing|overloaded|usage limit|limit (?:exceeded|reached)|throttl\w+/i,
  },
  {
    id: 'unrecognised-auth',
    words:
      /\b(?:401|403)\b|unauthori[sz]ed|unauthenticated|not authori[sz]ed|authenticat\w+|authori[sz]ation|oauth\w*|forbidden|access denied|\binvalid[_ ](?:token|grant|client|scope|api.?key|credentials?)|credentials?\b|api.?key|access token|refresh token|log ?in (?:again|required)|sign.?in|\bPKCE\b|\bscopes?\b|redirect_uri|AADSTS\d+|\b(?:bearer|jwt)\b/i,
  },
  {
    id: 'unrecognised-config',
    words:
      /\bconfig(?:uration)?\b|\bsettings?\b|mcpServers|\.mcp\.json|mcp\.json|config\.toml|invalid json|malformed json|is not valid JSON|in JSON at position|schema|parse error|unknown (?:option|flag|argument|key)|unrecogni[sz]ed (?:option|argument|key)|missing required (?:argument|option|environment)|environment variable|not set\b|usage:|does not exist|no such file|not recognized as an internal/i,
  },
  {
    id: 'unrecognised-runtime',
    words:
      /\berror\b|\b[A-Z]\w*Error\b|exception|traceback|panic(?:ked)?|crash\w*|exit(?:ed)?(?: with)? (?:code|status)|timed? ?out|timeout|\bE[A-Z]{4,}\b|failed|failure|disconnect\w*|connection|closed|refused|unreachable|killed|SIG[A-Z]{3,}|segmentation fault|out of memory|\b5\d\d\b|-32\d{3}|not found|cannot find|unexpected/i,
  },
];
