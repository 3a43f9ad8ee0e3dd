/** Words that stand for a value in documentation. Each must be the whole value, or nearly so. */
const WHOLE: readonly RegExp[] = [
  /^<[^<>]{1,80}>$/,
  /^\[(?:[A-Z][A-Z0-9_ -]{2,60}|(?:your|insert|enter|paste)[\w -]{2,60})\]$/,
  /^\{\{\s*[A-Za-z][\w .-]{1,60}\s*\}\}$/,
  /^__[A-Z][A-Z0-9_]{2,60}__$/,
  /^(?:(?:insert|enter|paste|put|add|use|replace|fill[-_ ]in)[-_ ](?:with[-_ ])?)?your(?:[-_ ][\w -]{1,60}|(?:api|access|auth|token|key|secret|password|user|org|name|domain)\w{0,40})$/i,
  /^(?:insert|paste|enter)[-_ ](?:the[-_ ])?[\w -]{0,40}(?:key|token|secret|password|here)$/i,
  /^(?:replace|change|update|fill)[-_ ]?(?:me|this|in)(?:[-_ ].*)?$/i,
  /^(?:x{3,}|\*{3,}|\.{3,}|…)$/i,
  /^(?:todo|tbd|fixme|placeholder|undefined|redacted|\[redacted\]|\[secret\])$/i,
  /^(?:dummy|fake|example|sample|placeholder|demo)[-_ ]?(?:api)?[-_ ]?(?:key|token|secret|password|value)$/i,
  /^(?:api[-_ ]?key|access[-_ ]?token|secret[-_ ]?key|token|password|apikey)(?:[-_ ]?(?:here|goes[-_ ]here|value))$/i,
  /^(?:sk|pk|ghp|gho|github_pat|xoxb|xoxp|key|api|tok|token)[-_](?:[\w-]*[-_])?(?:x{3,}|\.{3,}|…|\*{3,}|your[\w-]*|\w*here|placeholder|replace[\w-]*)$/i,
  /^(?:\/path\/to\/.*|\/absolute\/path\/to\/.*|[A-Z]:\\path\\to\\.*|\/(?:Users|home)\/(?:your|you|user-?name|your[-_]?name|<[^>]+>)(?:\/.*)?)$/i,
  /^(?:https?:\/\/)?your[-_]?(?:server|domain|host|instance|company|org|site|workspace|project|tenant|account)[\w.-]*(?::\d+)?(?:\/.*)?$/i,
];

const INSIDE =
  /<(?:your|my|insert|enter|the|api|token|key|secret|password|user|org|project|path|host|domain)[^<>]{0,60}>/i;
const SHOUTED =
  /\bYOUR[-_][A-Z0-9_-]{2,60}\b|\b[A-Z0-9_]{2,40}[-_]HERE\b|\bREPLACE[-_](?:ME|THIS|WITH)[A-Z0-9_-]{0,40}\b|\bCHANGE[-_]?ME\b/;

/** The placeholder's own words, when a value was never filled in; else null. `text` is without an authentication scheme. */
export const placeholderOf = (text: string): string | null => {
  const value = text.trim();
  if (value === '' || value.length > 300) return null;
  const bare = value.replace(/^(["'`]).*\1$/, (quoted) => quoted.slice(1, -1));
  if (WHOLE.some((form) => form.test(bare))) return bare;
  return INSIDE.exec(bare)?.[0] ?? SHOUTED.exec(bare)?.[0] ?? null;
};
