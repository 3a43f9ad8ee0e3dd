import {isRecord, type Json} from '../../model/json.ts';
import {isHarmlessValue, isSecretName, isStandIn} from '../../model/redact.ts';

const VALUE_TABLES = /^(?:env|envs|environment|headers|http_headers|httpheaders|env_http_headers|requestinit|inputs)$/i;

/** Why a value may be secret: its own name says so, or it stands in a table of variables or headers. */
type Place = 'named' | 'table' | null;

/** Every text of a document that may be secret by the place where it stands; plain words, paths and references are not. */
export const secretValues = (document: Json | undefined): readonly string[] => {
  const found: string[] = [];
  const visit = (value: Json, place: Place): void => {
    if (typeof value === 'string') {
      const isShown = place === 'named' ? isStandIn(value) : isHarmlessValue(value);
      if (place !== null && !isShown) found.push(value, ...withoutScheme(value));
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        const option = value[index - 1];
        const isNamed = typeof option === 'string' && /^--?[\w-]+$/.test(option) && isSecretName(option);
        visit(item, isNamed ? 'named' : place);
      });
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (isQuestion(value) && QUESTION.test(key)) continue;
        const isNamed = isSecretName(key) && typeof item === 'string';
        visit(item, isNamed ? 'named' : VALUE_TABLES.test(key) ? 'table' : place);
      }
    }
  };
  if (document !== undefined) visit(document, null);
  return found;
};

/** A question of VS Code's `inputs`: what it is called and asks is no value; a default may be one. One without an id stands under it. */
const QUESTION = /^(?:type|id|description)$/;
const isQuestion = (value: {readonly [key: string]: Json}): boolean =>
  (typeof value['id'] === 'string' || value['id'] === undefined) &&
  /^(?:promptString|pickString|command)$/.test(String(value['type']));

const withoutScheme = (value: string): readonly string[] => {
  const token = /^[A-Za-z-]+\s+(\S{6,})$/.exec(value)?.[1];
  return token === undefined || isHarmlessValue(token) ? [] : [token];
};
