import {STEPS} from '../model/step.ts';

const text = {type: 'string'} as const;
const ms = {type: 'integer', minimum: 0} as const;
const keys = {type: 'array', items: {type: ['string', 'integer']}} as const;
/** An object that has these keys and no others. */
export const strict = (properties: Record<string, unknown>, optional: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});

const fix = strict(
  {
    id: text,
    title: text,
    kind: {enum: ['edit', 'run', 'advice']},
    change: strict({file: text, path: keys, edit: text, after: {}, needsValue: {const: true}}, ['after', 'needsValue']),
    command: {type: 'array', items: text, minItems: 1},
    cwd: text,
  },
  ['change', 'command', 'cwd'],
);

export const FINDING_SCHEMA = strict(
  {
    id: {type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$'},
    class: {enum: ['auth', 'quota', 'runtime', 'config']},
    severity: {enum: ['error', 'warning']},
    step: {enum: STEPS},
    title: text,
    cause: text,
    evidence: {type: 'array', items: strict({label: text, text, deciding: text}, ['deciding'])},
    confidence: {enum: ['certain', 'likely', 'possible']},
    waitingHelps: {type: 'boolean'},
    location: strict({file: text, line: {type: 'integer', minimum: 1}, column: {type: 'integer', minimum: 1}}),
    fixes: {type: 'array', items: fix},
  },
  ['location'],
);

const orNull = {type: ['string', 'null']} as const;

const providerStatus = strict({
  provider: text,
  page: text,
  outcome: {enum: ['told', 'no-answer', 'not-asked']},
  indicator: {enum: ['none', 'minor', 'major', 'critical', 'maintenance', 'unknown', null]},
  description: orNull,
  incidents: {type: 'array', items: strict({name: text, status: text, since: orNull})},
  components: {type: 'array', items: strict({name: text, status: text})},
  why: orNull,
  askedAt: orNull,
});

/** One server, with what a report of another kind says of it besides. */
export const serverSchema = (more: Record<string, unknown> = {}) =>
  strict(
    {
      ...more,
      name: text,
      client: text,
      scope: text,
      file: text,
      transport: {enum: ['stdio', 'http', 'sse', 'unknown']},
      status: {enum: ['healthy', 'warned', 'broken', 'unchecked']},
      because: {enum: ['untrusted', 'disabled', 'shadowed', 'blocked', 'client-only', 'interrupted']},
      digest: {type: 'string', pattern: '^[0-9a-f]{64}$'},
      protocol: strict(
        {
          version: text,
          era: {enum: ['legacy', 'modern']},
          serverName: text,
          serverVersion: text,
          tools: {type: 'integer', minimum: 0},
        },
        ['serverName', 'serverVersion', 'tools'],
      ),
      steps: {
        type: 'array',
        items: strict(
          {
            step: {enum: STEPS},
            outcome: {enum: ['passed', 'failed', 'warned', 'skipped']},
            because: text,
            durationMs: ms,
          },
          ['because'],
        ),
      },
      findings: {type: 'array', items: FINDING_SCHEMA},
      providerStatus,
      durationMs: ms,
    },
    ['because', 'digest', 'protocol', 'providerStatus'],
  );

/** The JSON Schema of `check --json`; the build writes it to dist/check.schema.json. */
export const CHECK_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'mcp-fix check --json',
  ...strict({
    schemaVersion: {const: 1},
    tool: strict({name: {const: 'mcp-fix'}, version: text}),
    startedAt: text,
    durationMs: ms,
    summary: strict({servers: ms, healthy: ms, warned: ms, broken: ms, unchecked: ms}),
    files: {
      type: 'array',
      items: strict({
        path: text,
        client: text,
        scope: text,
        format: {enum: ['json', 'jsonc', 'toml', 'yaml', 'xml', 'properties']},
        findings: {type: 'array', items: FINDING_SCHEMA},
      }),
    },
    servers: {type: 'array', items: serverSchema()},
  }),
} as const;
