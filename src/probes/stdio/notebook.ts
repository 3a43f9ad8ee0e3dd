import type {Frame, FrameOddity, NoiseLine} from '../../model/evidence.ts';
import {printable} from '../../model/printable.ts';
import type {Redactor} from '../../model/redact.ts';

/** What was seen on the wire, in a bounded amount; redacted and printable as it is written down. */
export interface Notebook {
  readonly noise: (text: string, phase: NoiseLine['phase'], atMs: number, isGlued: boolean) => void;
  readonly oddity: (kind: FrameOddity['kind'], sample: string, during: string) => void;
  readonly frame: (direction: Frame['direction'], text: string, atMs: number) => void;
  readonly safe: (text: string, most: number) => string;
  readonly written: () => {
    readonly noise: readonly NoiseLine[];
    readonly noiseCount: number;
    readonly oddities: readonly FrameOddity[];
    readonly frames: readonly Frame[];
  };
}

const MOST = {noise: 20, noiseText: 500, oddities: 12, sample: 300, frames: 40, frameText: 2000} as const;

export const createNotebook = (redactor: Redactor): Notebook => {
  const noise: NoiseLine[] = [];
  const oddities: FrameOddity[] = [];
  const frames: Frame[] = [];
  let noiseCount = 0;
  // Redacted before it is cut: half a secret is not recognised as one.
  const safe = (text: string, most: number): string => {
    const whole = printable(redactor.text(text.slice(0, 16 * 1024)));
    return whole.length > most ? `${whole.slice(0, most)}…` : whole;
  };
  return {
    safe,
    noise: (text, phase, atMs, isGlued) => {
      noiseCount += 1;
      if (noise.length < MOST.noise) noise.push({text: safe(text, MOST.noiseText), atMs, phase, isGlued});
    },
    oddity: (kind, sample, during) => {
      const isKnown = oddities.some((one) => one.kind === kind && one.during === during);
      if (!isKnown && oddities.length < MOST.oddities) oddities.push({kind, sample: safe(sample, MOST.sample), during});
    },
    frame: (direction, text, atMs) => {
      if (frames.length < MOST.frames) frames.push({direction, atMs, text: safe(text, MOST.frameText)});
    },
    written: () => ({noise, noiseCount, oddities, frames}),
  };
};
