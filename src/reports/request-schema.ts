import {FINDING_SCHEMA, serverSchema, strict} from './check-schema.ts';

const text = {type: 'string'} as const;
const from = (minimum: number) => ({type: 'integer', minimum});

/** The JSON Schema of `request --json`; the build writes it to dist/request.schema.json. */
export const REQUEST_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'mcp-fix request --json',
  ...strict(
    {
      schemaVersion: {const: 1},
      tool: strict({name: {const: 'mcp-fix'}, version: text}),
      startedAt: text,
      durationMs: from(0),
      file: text,
      verdict: {enum: ['works', 'works-without', 'fails', 'unchecked']},
      findings: {type: 'array', items: FINDING_SCHEMA},
      servers: {
        type: 'array',
        items: serverSchema({
          index: from(0),
          line: from(1),
          column: from(1),
          optional: {type: 'boolean'},
          dropped: {type: 'boolean'},
        }),
      },
      dropped: {type: 'array', items: text},
      obstacles: {type: 'array', items: text},
      degraded: {type: ['string', 'null']},
    },
    ['degraded'],
  ),
} as const;
