import type {InputDefinition} from '../../model/evidence.ts';

/** A value that the client asks the person for (VS Code's `inputs`), under its id. */
export interface Input {
  readonly id: string;
  readonly definition: InputDefinition;
}
