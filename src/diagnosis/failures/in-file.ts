import {after} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {configBom} from './config-bom.ts';
import {configDuplicateKeys} from './config-duplicate-keys.ts';
import {configEmpty} from './config-empty.ts';
import {configNested} from './config-nested.ts';
import {configNotJson} from './config-not-json.ts';
import {configRootNotObject} from './config-root-not-object.ts';
import {configSyntaxError} from './config-syntax-error.ts';
import {configUnreadable} from './config-unreadable.ts';
import {configWrongEncoding} from './config-wrong-encoding.ts';
import {deadLocation} from './dead-location.ts';
import {jsonBackslash} from './json-backslash.ts';
import {jsonComment} from './json-comment.ts';
import {jsonControlCharacter} from './json-control-character.ts';
import {jsonMergeConflict} from './json-merge-conflict.ts';
import {jsonMissingColon} from './json-missing-colon.ts';
import {jsonMissingComma} from './json-missing-comma.ts';
import {jsonPythonLiteral} from './json-python-literal.ts';
import {jsonSingleQuotes} from './json-single-quotes.ts';
import {jsonTrailingComma} from './json-trailing-comma.ts';
import {jsonTruncated} from './json-truncated.ts';
import {jsonTwoRoots} from './json-two-roots.ts';
import {jsonTypographicQuotes} from './json-typographic-quotes.ts';
import {jsonUnbalancedBracket} from './json-unbalanced-bracket.ts';
import {jsonUnquoted} from './json-unquoted.ts';
import {noWrapper} from './no-wrapper.ts';
import {requestServersNotList} from './request-servers-not-list.ts';
import {serverTableWrongType} from './server-table-wrong-type.ts';
import {wrongRootKey} from './wrong-root-key.ts';

/** Can the file be read, does it parse, and does it hold servers where the client looks? */
export const fileFailures: readonly Failure[] = after(
  [requestServersNotList],
  [
    configUnreadable,
    configWrongEncoding,
    configBom,
    jsonMergeConflict,
    jsonTrailingComma,
    jsonMissingComma,
    jsonComment,
    jsonTypographicQuotes,
    jsonSingleQuotes,
    jsonBackslash,
    jsonControlCharacter,
    jsonPythonLiteral,
    jsonMissingColon,
    jsonUnquoted,
    jsonTwoRoots,
    jsonUnbalancedBracket,
    jsonTruncated,
    configEmpty,
    configNotJson,
    configSyntaxError,
    configRootNotObject,
    deadLocation,
    serverTableWrongType,
    wrongRootKey,
    noWrapper,
    configNested,
    configDuplicateKeys,
  ],
);
