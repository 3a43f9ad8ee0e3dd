import type {Json, KeyPath} from '../json.ts';
import type {ClientRules, FileFormat, Place, Standing, Transport} from '../server.ts';
import type {ValueShape} from '../value-shape.ts';

/** Stands for the name of a variable that looks like the secret itself. */
export const HIDDEN_NAME = '[secret]';

/** How the file defines a value that the client asks the person for. */
export interface InputDefinition {
  /** Keys of the definition in the file. */
  readonly at: KeyPath;
  readonly place: Place;
  /** As it is written; null where there is none, or no text. */
  readonly type: string | null;
  /** The first key that a question of this type must have and that is not there. */
  readonly lacks: string | null;
}

/** What stands under `inputs`, where a list of questions belongs. */
export interface InputsTrouble {
  readonly at: KeyPath;
  readonly place: Place;
  /** 'map': questions under their ids; 'one': one question by itself; 'other': nothing that holds a question. */
  readonly shape: 'map' | 'one' | 'other';
}

/** A reference to a variable inside the entry, in whatever client's spelling. */
export interface VariableReference {
  readonly name: string;
  /** As it is written: '${NOTES_TOKEN}'. */
  readonly written: string;
  /** Its spelling as a pattern: '${VAR}', '$VAR', '${env:VAR}', '%VAR%', '{env:VAR}', '${input:id}' … */
  readonly syntax: string;
  readonly path: KeyPath;
  /** This client expands this spelling in this field. */
  readonly isExpanded: boolean;
  readonly isSet: boolean;
  readonly hasDefault: boolean;
  /** It names a variable of the environment; false for a word of the client's own (a folder, an input, a secret store). */
  readonly isOfEnvironment: boolean;
  /** Names in the person's environment or in the entry that differ by a letter or two. */
  readonly near: readonly string[];
  /** For '${input:id}' that the file defines; null for all others. */
  readonly input: InputDefinition | null;
}

/** The same server's name in another entry: another scope, another client. */
export interface Sibling {
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly line: number;
  /** Keys whose values differ (values are never shown). */
  readonly differs: readonly string[];
  readonly wins: boolean;
}

/** What the configuration says of one server, without secrets. Made by clients/, with no process started. */
export interface EntryEvidence {
  readonly name: string;
  readonly client: string;
  readonly scope: string;
  readonly file: string;
  readonly format: FileFormat;
  readonly at: KeyPath;
  readonly place: Place;
  readonly isProjectFile: boolean;
  readonly transport: Transport;
  readonly rules: ClientRules;
  readonly standing: Standing;
  /** The entry as written; strings that may be secret are redacted, everything else is word for word. */
  readonly raw: Json;
  /** Command, arguments and URL after expansion, redacted; null where there is none. */
  readonly command: string | null;
  readonly args: readonly string[];
  readonly url: string | null;
  readonly envNames: readonly string[];
  readonly headerNames: readonly string[];
  /** One shape for each string in env, headers, args and url. */
  readonly values: readonly ValueShape[];
  readonly variables: readonly VariableReference[];
  /** `inputs` of the file is no list, so that it defines no input; null where it is one, or is not there. */
  readonly inputsTrouble: InputsTrouble | null;
  readonly siblings: readonly Sibling[];
  /** Keys that stand twice inside the entry or on the way to it. */
  readonly duplicateKeys: readonly {readonly path: KeyPath; readonly lines: readonly number[]}[];
  /** The file is tracked by version control, as far as that can be seen without starting git; null when unknown. */
  readonly isTracked: boolean | null;
  /** Lines of the entry's own values: JSON path joined by '\u0000' → place, for locations and diffs. */
  readonly places: Readonly<Record<string, Place>>;
}

/** The key under which `EntryEvidence.places` holds a path. */
export const placeKey = (path: KeyPath): string => path.join('\u0000');
