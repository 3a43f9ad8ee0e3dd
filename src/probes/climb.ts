import type {Evidence, SectionName} from '../model/evidence.ts';
import type {Host} from '../model/host.ts';
import type {Redactor} from '../model/redact.ts';

/** What the rungs share. */
export interface Climb {
  readonly host: Host;
  readonly redactor: Redactor;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly minimalEnv: boolean;
  readonly onSection: (name: SectionName, section: object, ms: number) => void;
}

/** The sections that the rungs answer. */
export type Climbed = Omit<Evidence, 'machine'>;

/** The reason of a section that was not asked because the person or the command ended the check. */
export const STOPPED = 'the check was stopped';

/** The same reason for each of the sections, told as each would have been. */
export const skipAll = (names: readonly SectionName[], because: string, climb: Pick<Climb, 'onSection'>): Climbed => {
  const skipped = {skipped: because};
  for (const name of names) climb.onSection(name, skipped, 0);
  return Object.fromEntries(names.map((name) => [name, skipped]));
};
