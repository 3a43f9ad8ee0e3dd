import {isRecord, type Json} from '../../model/json.ts';

// Words that YAML 1.1 or 1.2 readers take for something other than text.
const SPECIAL = /^(?:true|false|null|yes|no|on|off|y|n|~|\.inf|\.nan|[-+]?[\d.][\d_.eExXoOa-fA-F:+-]*)$/i;

const isPlain = (text: string): boolean =>
  /^[A-Za-z_./@$][\w./@$+=-]*(?: [\w./@$+=-]+)*$/.test(text) && !SPECIAL.test(text);

/** A key as YAML writes it on a line of its own. */
export const yamlKey = (key: string): string => (isPlain(key) ? key : JSON.stringify(key));

/**
 * A value as YAML writes it on one line; lists and tables in brackets, which any reader takes anywhere.
 * @param old the text that it replaces: its quotation marks are kept where they can be
 */
export const yamlText = (value: Json, old = ''): string => {
  if (typeof value === 'string') {
    if (old.startsWith("'") && !/[\u0000-\u001f\u007f-\u009f]/.test(value)) return `'${value.replaceAll("'", "''")}'`;
    return !old.startsWith('"') && isPlain(value) ? value : JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => inBrackets(item)).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${inBrackets(item)}`)
    .join(', ')}}`;
};

/** Between brackets all text is quoted: commas and brackets end a plain word there. */
const inBrackets = (value: Json): string => (typeof value === 'string' ? JSON.stringify(value) : yamlText(value));
