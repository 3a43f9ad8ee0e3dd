import {cleanText} from '../diagnosis/clean-text.ts';
import type {Evidence, SectionName} from '../model/evidence.ts';
import {printable} from '../model/printable.ts';
import {createRedactor} from '../model/redact.ts';
import type {Step} from '../model/step.ts';
import type {LookOptions} from '../repair/answers.ts';

/** What a look of the wizard is told, and tells of its steps. */
export const lookOf = (wish: LookOptions) => ({
  signal: wish.signal,
  onSection: (name: SectionName, ms: number) => {
    const step = STEP_OF[name];
    if (step !== undefined) wish.onStep(step, ms);
  },
  ...(wish.reported === null ? {} : {reported: reportedOf(wish.reported)}),
});

const STEP_OF: Readonly<Partial<Record<SectionName, Step>>> = {
  file: 'config',
  entry: 'config',
  command: 'command',
  launch: 'launch',
  network: 'network',
  http: 'http',
  auth: 'auth',
  handshake: 'handshake',
  tools: 'tools',
};

/** Evidence is redacted where it is made; the person's own words stay whole on the screen that they typed them into. */
const reportedOf = (pasted: string): NonNullable<Evidence['reported']> => {
  const text = printable(createRedactor().text(pasted));
  return {source: 'pasted', text, cleaned: cleanText(text), file: null, at: null, trigger: null};
};
