import {isRecord, type Json} from '../../model/json.ts';

type BodyKind = 'json-rpc' | 'json' | 'sse' | 'html' | 'text' | 'empty' | 'binary' | 'broken-json';

/** A JSON value, or undefined where the text is none. */
export const parseJson = (text: string): Json | undefined => {
  try {
    // The parsing edge: JSON.parse gives nothing but Json.
    return JSON.parse(text.replace(/^\ufeff/, '')) as Json;
  } catch {
    return undefined;
  }
};

/** A JSON-RPC 2.0 message as a server may write it, `jsonrpc` forgotten included. */
const isRpcMessage = (value: Json | undefined): boolean =>
  isRecord(value) &&
  ('jsonrpc' in value ||
    ('id' in value && ('result' in value || (isRecord(value['error']) && typeof value['error']['code'] === 'number'))));

/** What a body is by its own look; the content type decides only between text and JSON that does not parse. */
export const bodyKind = (text: string, contentType: string | null, isBinary: boolean): BodyKind => {
  if (text.trim() === '') return 'empty';
  if (isBinary) return 'binary';
  if (/^text\/event-stream/i.test(contentType ?? '')) return 'sse';
  const value = parseJson(text);
  if (value !== undefined && typeof value === 'object' && value !== null) {
    const isRpc = Array.isArray(value) ? value.length > 0 && value.every(isRpcMessage) : isRpcMessage(value);
    return isRpc ? 'json-rpc' : 'json';
  }
  if (/^\s*<(?:!doctype html|html|head|body|title|script|h1|center)\b/i.test(text)) return 'html';
  if (/html/i.test(contentType ?? '') && /<[a-z]/i.test(text)) return 'html';
  if (value !== undefined && /json/i.test(contentType ?? '')) return 'json';
  if (/^\s*(?:event|data|id|retry)?:/.test(text) && /^data:/m.test(text)) return 'sse';
  if (/json/i.test(contentType ?? '') || /^\s*[[{]/.test(text)) return 'broken-json';
  return 'text';
};

/** The title of a page. */
export const titleOf = (text: string): string | null => {
  const title = /<title[^>]*>([^<]{0,300})/i.exec(text)?.[1]?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? null : title;
};

/** The text begins as JSON and stops before its brackets or its string are closed. */
export const isCutJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
  }
  return inString || depth > 0;
};

/** What can be told of bytes that are no text: every second one a zero is UTF-16; else nothing. */
export const binaryWords = (text: string): string =>
  /^\ufffd{0,2}(?:(?:[\x20-\x7e]\0){4}|(?:\0[\x20-\x7e]){4})/.test(text) ? '[text in UTF-16]' : '';
