const COMMON =
  /^(?:true|false|yes|no|on|off|null|none|auto|default|prod|production|dev|development|test|testing|staging|local|localhost|debug|info|warn|warning|error|trace|verbose|silent|stdio|http|https|sse|streamable-http|utf-?8|en|en_us(?:\.utf-8)?|c\.utf-8|bearer|basic|keep-alive|no-cache|gzip|node|python|application|admin|user|root|main|master|latest|public|read|write|readonly|read-only|enabled|disabled|oauth|oauth2|[a-z]{2}-[a-z]{4,9}-\d)$/i;
const REFERENCE = /^(?:[A-Za-z-]+ )?(?:\$\{[^{}]*\}|\$[A-Za-z_]\w*|%\w+%|\{(?:env|file):[^{}]*\}|\{\{[^{}]*\}\})$/;
const PATH = /^(?:~|\.{1,2}|[A-Za-z]:)?[\\/][\w .@()+-]*(?:[\\/][\w .@()+-]*)*$/;
const PLACE = /^(?:https?|wss?|file):\/\/[\w.-]+(?::\d+)?(?:\/[\w.~-]{0,24})*\/?$/;
const MIME =
  /^(?:application|text|image|audio|video|multipart|\*)\/[a-z0-9.+*-]+(?:\s*[,;]\s*[a-z]+[/=][a-z0-9.+*=-]+)*$/;
const PLACEHOLDER =
  /^(?:<[^<>]*>|\[?your[-_ ].*|x{3,}|\.{3}|\*{3,}|changeme|todo|replace[-_ ]?me.*|insert[-_ ].*|\[(?:secret|redacted)[^\]]*\])$/i;

/** A reference to a variable, or words that stand in for a value: nothing is given away under any name. */
export const isStandIn = (value: string): boolean => {
  const text = value.trim();
  return text === '' || (text.length <= 300 && (REFERENCE.test(text) || PLACEHOLDER.test(text)));
};

/**
 * True for a value that gives nothing away wherever it stands: a switch, a number, a common word, a path, an address
 * without credentials, a stand-in. In doubt false.
 */
export const isHarmlessValue = (value: string): boolean => {
  const text = value.trim();
  if (text.length < 4 || isStandIn(text)) return true;
  if (text.length > 300) return false;
  if (COMMON.test(text) || MIME.test(text)) return true;
  if (/^[-+]?\d{1,6}(?:\.\d{1,6})?(?:ms|s|m|h|kb|mb|gb)?$/i.test(text)) return true;
  if (/^v?\d+(?:\.\d+){1,3}(?:[-+][\w.]{1,16})?$/.test(text)) return true;
  const isLongRun =
    /[\w+-]{32,}/.test(text) ||
    /\d[a-z]|[a-z]\d[^/\\]{12,}/i.test(text.split(/[\\/]/).find((part) => part.length > 24) ?? '');
  return (PATH.test(text) || PLACE.test(text)) && !isLongRun;
};
