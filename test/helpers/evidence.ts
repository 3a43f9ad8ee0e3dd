import type {Capture} from '../../src/model/capture.ts';
import type {Evidence, SectionName, Sections, Skipped} from '../../src/model/evidence.ts';
import {isRecord} from '../../src/model/json.ts';
import {parts} from './evidence-fillings.ts';
import {sections} from './healthy.ts';
import {machine} from './healthy-parts.ts';

/** Any part of a noun, at any depth; items of arrays may be partial too. */
export type DeepPartial<T> = T extends Capture
  ? string | Partial<Capture>
  : T extends readonly (infer Item)[]
    ? readonly DeepPartial<Item>[]
    : T extends object
      ? {readonly [K in keyof T]?: DeepPartial<T[K]>}
      : T;

export type PartialEvidence = {readonly [K in SectionName]?: DeepPartial<Sections[K]> | Skipped} & {
  readonly machine?: Partial<Evidence['machine']>;
  readonly durations?: Evidence['durations'];
  readonly limitMs?: number;
  readonly limitHit?: boolean;
};

/**
 * Evidence from its interesting parts. Only the sections that `partial` names are present; each is filled up with what
 * a healthy server shows. Objects merge, arrays replace; items of arrays and objects that are null in health are filled
 * up from `parts` (so `project: {isInstalled: false}` is enough). A `stderr` or `stdout` may be a plain string.
 */
export const evidenceOf = (partial: PartialEvidence): Evidence => {
  const out: Record<string, unknown> = {machine: {...machine, ...partial.machine}};
  for (const [name, value] of Object.entries(partial)) {
    if (name === 'machine') continue;
    const healthy: unknown = isSectionName(name) ? sections[name] : undefined;
    out[name] = isRecord(value) && 'skipped' in value ? value : merge(name, healthy, value);
  }
  const {http} = partial;
  if (isRecord(http) && 'main' in http && !('exchanges' in http) && isRecord(out['http'])) {
    out['http'] = {...out['http'], exchanges: [out['http']['main']]};
  }
  // The parsing edge: the shape is the healthy one, with the partial's values put in.
  return out as unknown as Evidence;
};

/** The same from JSON text (the evidence block of a failure's page). */
export const evidenceFromJson = (text: string): Evidence => evidenceOf(JSON.parse(text));

const isSectionName = (name: string): name is SectionName => Object.hasOwn(sections, name);

const merge = (at: string, healthy: unknown, value: unknown): unknown => {
  if (isCapture(healthy) && typeof value === 'string') {
    return {head: value, tail: '', bytes: Buffer.byteLength(value), droppedBytes: 0};
  }
  if (Array.isArray(value)) return value.map((item) => merge(`${at}[]`, parts[`${at}[]`], item));
  if (!isRecord(value)) return value === undefined ? healthy : value;
  const base: unknown = isRecord(healthy) ? healthy : parts[at];
  const out: Record<string, unknown> = isRecord(base) ? {...base} : {};
  for (const [key, item] of Object.entries(value)) out[key] = merge(`${at}.${key}`, out[key], item);
  if (isCapture(out) && isRecord(value) && !('bytes' in value)) {
    out['bytes'] = Buffer.byteLength(`${String(out['head'])}${String(out['tail'])}`) + Number(out['droppedBytes']);
  }
  return out;
};

const isCapture = (value: unknown): boolean => isRecord(value) && 'droppedBytes' in value && 'head' in value;
