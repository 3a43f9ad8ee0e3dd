import {defineReported} from '../facts/reported-text.ts';

export const schemaKeywordRefused = defineReported({
  id: 'schema-keyword-refused',
  class: 'runtime',
  step: 'tools',
  title: "The model's interface does not take a word of a tool's schema",
  waitingHelps: false,
  signatures: [
    {
      match:
        /Unknown name \\?"[^"\n\\]{1,60}\\?" at '(?:request\.)?tools\[\d+\]|cannot be both populated|(?:function_declarations\[\d+\]|toolSpec\.inputSchema|tools\.\d+\.\w+\.input_?schema)[^\n]{0,120}(?:only allowed for|should be non-empty|not supported|is not permitted|must be one of)|(?:schema|JSON schema) (?:keyword|format|type)[^\n]{0,40}(?:not supported|unsupported|not permitted)|[Uu]nsupported (?:JSON )?schema (?:keyword|format|type)/,
      confidence: 'certain',
    },
    {
      match:
        /'additionalProperties' is required to be supplied|In context=\([^)\n]{0,120}\), '[^'\n]{1,60}' is (?:not permitted|required to be supplied)/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Update the server, so that its schemas use plain words only (type, properties, required, items, enum, description)',
    'Update the client: many take such words out before they call the model',
    'Until then, switch that one tool off, or use a model that takes it',
  ],
  cause: () =>
    'The schema of a tool is right as JSON Schema, but the interface of the model knows only a part of JSON Schema and refuses the whole message for one word of it.',
});
