import {type Evidence, seen} from '../../model/evidence.ts';
import {isRecord} from '../../model/json.ts';
import {editDistance} from '../../model/nearest.ts';
import {programOf} from './launch-fixes.ts';

// Bounded, and begun only where a name begins: a long run of capitals must not be tried from each of its letters.
const SOURCE = `(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9]{0,40}(?:_[A-Z0-9]{1,40}){1,12})`;
const NAME = String.raw`["'\x60]?${SOURCE}["'\x60]?`;
const CAPITALS = `(?<![A-Z0-9_])(?<name>[A-Z][A-Z0-9_]{2,80})`;
const ANY = String.raw`["'\x60]?${CAPITALS}["'\x60]?`;
const GONE = `(?:not (?:been )?(?:set|defined|found|provided|configured|specified|present|available|supplied)|required|missing|undefined|unset|mandatory|empty|must (?:not )?be (?:set|defined|provided|specified|configured|supplied|present|empty|given))`;

const pattern = (source: string, flags = ''): RegExp => new RegExp(source, flags);

/**
 * How servers say that a variable is not there, in the words of many languages and libraries. The name is the group
 * `name`. General wordings need an underscore in the name; those that say "environment variable" do not.
 */
export const MISSING_VARIABLE: readonly RegExp[] = [
  pattern(`${ANY} (?:[Ee]nvironment|[Ee]nv) ?[Vv]ar(?:iable)?s? (?:is |are |was |has |have )?${GONE}`),
  pattern(
    String.raw`(?:[Mm]issing|[Nn]o|[Uu]nset|[Uu]ndefined|[Rr]equired?s?|[Nn]eeds?|[Ss]et|[Pp]rovide|[Ee]xport|[Dd]efine)(?: [Rr]equired)?(?: the| an?)? (?:[Ee]nvironment|[Ee]nv) ?[Vv]ar(?:iable)?(?:\(?s\)?)?:?\s*(?:[-*•] )?${ANY}(?! (?:loaded|is set))`,
  ),
  pattern(`(?:[Ee]nvironment|[Ee]nv|ENV) ?[Vv]ar(?:iable)?s? ${ANY} (?:is |was |has |could )?${GONE}`),
  pattern(String.raw`required environment variable "(?<name>\w{1,80})" is not set`),
  pattern(
    String.raw`(?:^|[\s"'\x60(,:])${NAME}:? (?:is |are |was |has |have |env var )?(?:either )?${GONE}(?! (?:by|for legacy))`,
    'm',
  ),
  pattern(String.raw`[Mm]issing (?:required )?(?:\w+ ){0,3}:? ?\(?${NAME}`),
  pattern(
    `(?:[Pp]lease|[Yy]ou (?:must|need to|have to)|[Mm]ust|[Tt]ry) (?:set|provide|export|define|specify|configure)(?: the| your)? ${NAME}`,
  ),
  // "API key not configured. Set NAME."
  pattern(
    `(?:${GONE}|[Nn]o (?:API|api) key)[^\\n]{0,40}[.;:,!] ?(?:[Pp]lease )?(?:[Ss]et|[Pp]rovide|[Ee]xport|[Dd]efine|[Aa]dd) (?:the |your )?${NAME}`,
  ),
  pattern(`setting (?:the )?${NAME} (?:environment|env)`),
  pattern(`The ${NAME} setting must not be empty`),
  pattern(`[Nn]o ${NAME} (?:found|set|provided|configured|given|specified|in (?:the )?env)`),
  pattern(
    `(?:[Ss]et|[Pp]rovide|[Ee]xport|[Dd]efine|[Pp]ass) (?:the |your )?${NAME} (?:environment variable|env var|in (?:your|the) env|or (?:pass|use|provide))`,
  ),
  pattern(
    `(?:[Pp]rovide|[Ss]et|[Pp]ass|[Nn]eed|[Rr]equire)[^\\n]{0,50} (?:via|through|using|with|in) (?:the )?${NAME}`,
  ),
  pattern(`[Mm]issing [^\\n]{0,50}\\b(?:key|name|var|variable|env)=${NAME}`),
  pattern(`could not fetch environment variable "${CAPITALS}"`),
  // Python os.environ, Ruby ENV.fetch, Go envconfig and viper.
  pattern(`^KeyError: '${SOURCE}'`, 'm'),
  pattern(`key not found: "${SOURCE}"`),
  pattern(`required key ${SOURCE} missing value`),
  // zod and t3-env, pydantic-settings (field names are the variables in lower case), Spring, shells, Rust's std::env.
  pattern(String.raw`path"?: \[\s*["']${SOURCE}["']\s*\]`),
  pattern(
    String.raw`${NAME}: (?:\[\s*)?["']?(?:Required|Invalid input: expected \w+, received undefined|field required)`,
  ),
  pattern(String.raw`validation errors? for \w*(?:Settings|Config\w*|Env\w*)\n(?<name>\w+)\n\s+Field required`),
  pattern(String.raw`Could not resolve placeholder '(?<name>[A-Z]\w{1,80})'`),
  pattern(`${CAPITALS}: (?:unbound variable|parameter (?:null or )?not set)`),
  pattern(`${NAME}: (?:NotPresent|environment variable not found)`),
];

/** Words in capitals that are no variable. */
const NO_VARIABLE =
  /^(?:ERROR|FATAL|WARN(?:ING)?|INFO|DEBUG|NULL|TRUE|FALSE|JSON|HTTPS?|API|URL|THE|ERR_\w+|E[A-Z]{4,}|SQLITE_\w+|INVALID_\w+|NODE_MODULE_VERSION|MISSING_\w+|NOT_\w+)$/;

/** A name as an environment has it: settings classes report their fields in lower case. */
export const variableName = (name: string): string => (/^[a-z]/.test(name) ? name.toUpperCase() : name);

export const isVariableName = (name: string): boolean => !NO_VARIABLE.test(name);

/** Names that the configuration gives the server. */
export const givenNames = (evidence: Evidence): readonly string[] => seen(evidence, 'entry')?.envNames ?? [];

/** Whether the process had the variable (its value may be empty). */
export const wasGiven = (evidence: Evidence, name: string): boolean =>
  givenNames(evidence).includes(name) || (seen(evidence, 'launch')?.envNames.includes(name) ?? false);

/** The name among `given` that was most likely meant to be `wanted`; null where none is near. */
export const meantFor = (wanted: string, given: readonly string[]): string | null => {
  const plain = flat(wanted);
  const near = given
    .filter((name) => name !== wanted)
    .map((name) => ({name, far: editDistance(flat(name), plain)}))
    .filter(({name, far}) => far <= (plain.length > 7 ? 2 : 1) || sameWords(name, wanted))
    .sort((a, b) => a.far - b.far);
  return near[0]?.name ?? null;
};

const flat = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The same words in another order, or with generic words more or less: NOTES_TOKEN and NOTES_API_TOKEN. */
const sameWords = (a: string, b: string): boolean => {
  const words = (name: string): string =>
    name
      .toUpperCase()
      .split('_')
      .filter((word) => !FILLER.has(word))
      .sort()
      .join('_');
  return words(a) !== '' && words(a) === words(b) && words(a).includes('_');
};

const FILLER = new Set([
  'API',
  'PERSONAL',
  'ACCESS',
  'MCP',
  'SERVER',
  'MY',
  'THE',
  'VITE',
  'NEXT',
  'PUBLIC',
  'AUTH',
  'SECRET',
]);

/** The command runs the server in a container, which has its own environment. */
export const runsInContainer = (evidence: Evidence): boolean => /^(?:docker|podman|nerdctl)$/.test(programOf(evidence));

/** The file of variables that the entry names, as it is written; null where the client reads none. */
export const envFileOf = (evidence: Evidence): string | null => {
  const entry = seen(evidence, 'entry');
  const key = entry?.rules.fields.envFile ?? null;
  const named = entry !== undefined && key !== null && isRecord(entry.raw) ? entry.raw[key] : undefined;
  return typeof named === 'string' && named !== '' ? named : null;
};
