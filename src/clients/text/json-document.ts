import {explainJson} from '../syntax/explain-json.ts';
import {type JsonDialect, refusalOf} from '../syntax/text-edits.ts';
import type {ConfigDocument} from './document.ts';
import {isTooDeep} from './json-depth.ts';
import {isBlank, jsonTreeOf} from './json-tree.ts';

const NOTHING = {root: null, lenient: null, trouble: null, refused: null};

/** A JSON or JSONC text in its client's dialect. */
export const readJson = (text: string, dialect: JsonDialect): ConfigDocument => {
  if (isTooDeep(text)) return {...NOTHING, refused: 'too-deep'};
  const refusal = refusalOf(text, dialect);
  if (refusal !== null) return {...NOTHING, ...explainJson(text, dialect, refusal)};
  if (isBlank(text)) return NOTHING;
  const root = jsonTreeOf(text);
  return {...NOTHING, root, lenient: root};
};
