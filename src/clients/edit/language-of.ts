import type {FileFormat} from '../../model/server.ts';
import {jsonLanguage} from './json-language.ts';
import type {Language} from './language.ts';
import {tomlLanguage} from './toml-language.ts';
import {yamlLanguage} from './yaml-language.ts';

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
  }
};
