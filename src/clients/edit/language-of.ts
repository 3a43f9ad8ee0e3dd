import type {FileFormat} from '../../model/server.ts';
import {jsonLanguage} from './json-language.ts';
import type {Language} from './language.ts';
import {tomlLanguage} from './toml-language.ts';
import {yamlLanguage} from './yaml-language.ts';

/** Settings that their program holds in memory and writes as it likes. */
const UNWRITTEN: Language = {
  parse: () => ({trouble: 'only its own program writes it'}),
  splice: () => null,
  duplicateOn: () => null,
  render: (value) => `${JSON.stringify(value)}\n`,
};

/** The language in which a file of that format is read and changed. */
export const languageOf = (format: FileFormat): Language => {
  switch (format) {
    case 'json':
      return jsonLanguage({isStrict: true});
    case 'jsonc':
      return jsonLanguage({isStrict: false});
    case 'toml':
      return tomlLanguage;
    case 'yaml':
      return yamlLanguage;
    case 'xml':
    case 'properties':
      return UNWRITTEN;
  }
};
