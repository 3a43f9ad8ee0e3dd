import {updateServer} from '../facts/handshake-oddity.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const schemaDialectUnsupported = defineFailure({
  id: 'schema-dialect-unsupported',
  class: 'runtime',
  step: 'tools',
  title: "The client does not know the dialect of a tool's schema",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match: /JSON Schema declares an unsupported dialect|no schema with key or ref "http:\/\/json-schema\.org\/draft/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the server package, so that its schemas are of JSON Schema 2020-12 (and clear a stale npx cache or global install of it)',
  ],
  detect: ({tools}) => {
    const said = `${tools.error?.message ?? ''} ${tools.error?.data ?? ''}`;
    return /unsupported dialect|no schema with key or ref/.test(said) ? said.trim() : null;
  },
  explain: (said) => ({
    cause: `A tool's schema names a dialect of JSON Schema that the other side does not take: "${clip(said)}".`,
    evidence: [{label: 'Answer to tools/list', text: said, deciding: 'dialect'}],
  }),
  fixes: (_, {all}) => [updateServer(all, 'use JSON Schema 2020-12, or leave "$schema" out')],
});
