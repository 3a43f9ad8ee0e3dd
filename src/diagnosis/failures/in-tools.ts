import type {Failure} from '../failure.ts';
import {crashOnToolsList} from './crash-on-tools-list.ts';
import {duplicateToolNames} from './duplicate-tool-names.ts';
import {endlessPaging} from './endless-paging.ts';
import {ignoresClosedInput} from './ignores-closed-input.ts';
import {leavesProcesses} from './leaves-processes.ts';
import {noTools} from './no-tools.ts';
import {noToolsVariable} from './no-tools-variable.ts';
import {otherListFails} from './other-list-fails.ts';
import {schemaDanglingReference} from './schema-dangling-reference.ts';
import {schemaDialectUnsupported} from './schema-dialect-unsupported.ts';
import {schemaIncomplete} from './schema-incomplete.ts';
import {schemaNotAnObject} from './schema-not-an-object.ts';
import {schemaPropertyName} from './schema-property-name.ts';
import {schemaTopLevelUnion} from './schema-top-level-union.ts';
import {tooManyTools} from './too-many-tools.ts';
import {toolNameInvalid} from './tool-name-invalid.ts';
import {toolNameTooLong} from './tool-name-too-long.ts';
import {toolsListError} from './tools-list-error.ts';
import {toolsListMalformed} from './tools-list-malformed.ts';
import {toolsListRateLimited} from './tools-list-rate-limited.ts';
import {toolsListTimeout} from './tools-list-timeout.ts';
import {toolsListUnauthorized} from './tools-list-unauthorized.ts';
import {toolsMethodMissing} from './tools-method-missing.ts';

/** Failures of the step 'tools', the more exact one first; the catch-all of the step stands last. */
export const toolsFailures: readonly Failure[] = [
  toolsListRateLimited,
  toolsListUnauthorized,
  schemaDialectUnsupported,
  toolsMethodMissing,
  crashOnToolsList,
  endlessPaging,
  toolsListTimeout,
  toolsListError,
  toolNameInvalid,
  toolNameTooLong,
  duplicateToolNames,
  schemaNotAnObject,
  schemaTopLevelUnion,
  schemaDanglingReference,
  schemaIncomplete,
  toolsListMalformed,
  otherListFails,
  schemaPropertyName,
  noToolsVariable,
  tooManyTools,
  noTools,
  leavesProcesses,
  ignoresClosedInput,
];
