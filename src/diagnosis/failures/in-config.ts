import {exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {milderWhenItWorks} from '../milder-when-it-works.ts';
import {approvalInWrongFile} from './approval-in-wrong-file.ts';
import {argsNotList} from './args-not-list.ts';
import {blockedByPolicy} from './blocked-by-policy.ts';
import {bothCommandAndUrl} from './both-command-and-url.ts';
import {commandIsList} from './command-is-list.ts';
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
import {entryDuplicateKeys} from './entry-duplicate-keys.ts';
import {entryNotAnObject} from './entry-not-an-object.ts';
import {entryUnusable} from './entry-unusable.ts';
import {fieldIgnored} from './field-ignored.ts';
import {folderNotTrusted} from './folder-not-trusted.ts';
import {headerArgumentSplit} from './header-argument-split.ts';
import {headerNotAscii} from './header-not-ascii.ts';
import {headerQuoted} from './header-quoted.ts';
import {headersHelperRelative} from './headers-helper-relative.ts';
import {inputNotDefined} from './input-not-defined.ts';
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
import {mapExpected} from './map-expected.ts';
import {missingCommandAndUrl} from './missing-command-and-url.ts';
import {noWrapper} from './no-wrapper.ts';
import {placeholderValue} from './placeholder-value.ts';
import {remoteUnsupported} from './remote-unsupported.ts';
import {requestServersNotList} from './request-servers-not-list.ts';
import {requestTokenMalformed} from './request-token-malformed.ts';
import {requestTypeNotUrl} from './request-type-not-url.ts';
import {requestUnknownField} from './request-unknown-field.ts';
import {requestUrlNotHttps} from './request-url-not-https.ts';
import {schemeDoubled} from './scheme-doubled.ts';
import {secretInTrackedFile} from './secret-in-tracked-file.ts';
import {serverDiffersBetweenClients} from './server-differs-between-clients.ts';
import {serverDisabled} from './server-disabled.ts';
import {serverNameReserved} from './server-name-reserved.ts';
import {serverNameUnsafe} from './server-name-unsafe.ts';
import {serverNotApproved} from './server-not-approved.ts';
import {serverRejected} from './server-rejected.ts';
import {serverShadowed} from './server-shadowed.ts';
import {serverTableWrongType} from './server-table-wrong-type.ts';
import {textExpected} from './text-expected.ts';
import {timeoutUnit} from './timeout-unit.ts';
import {transportHeaderOverridden} from './transport-header-overridden.ts';
import {typeContradictsFields} from './type-contradicts-fields.ts';
import {typeUnknown} from './type-unknown.ts';
import {urlWithoutType} from './url-without-type.ts';
import {valueEmpty} from './value-empty.ts';
import {valueWithLineEnd} from './value-with-line-end.ts';
import {valueWithSpace} from './value-with-space.ts';
import {variableMisspelt} from './variable-misspelt.ts';
import {variableNotExpanded} from './variable-not-expanded.ts';
import {variableNotSet} from './variable-not-set.ts';
import {variableWrongSyntax} from './variable-wrong-syntax.ts';
import {wrongFieldName} from './wrong-field-name.ts';
import {wrongRootKey} from './wrong-root-key.ts';

/** Rules for files of clients, which stay silent where a rule for requests has said it in the API's own words. */
const after = (exact: readonly Failure[], failures: readonly Failure[]): readonly Failure[] =>
  exclusive([...exact, ...failures]).slice(exact.length);

/** Can the file be read, does it parse, and does it hold servers where the client looks? */
const ofTheFile = after(
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

/** Would the client use the entry at all? */
const ofTheStanding = exclusive(
  [
    serverNameReserved,
    blockedByPolicy,
    serverRejected,
    serverDisabled,
    folderNotTrusted,
    approvalInWrongFile,
    serverNotApproved,
    serverShadowed,
  ],
  'findings',
);

/** Has the entry the keys and the shapes that the client reads? The last one catches what nobody named. */
const ofTheShape = after(
  [requestTypeNotUrl, requestUrlNotHttps, requestUnknownField],
  [
    entryNotAnObject,
    commandIsList,
    argsNotList,
    mapExpected,
    remoteUnsupported,
    wrongFieldName,
    typeUnknown,
    urlWithoutType,
    typeContradictsFields,
    bothCommandAndUrl,
    missingCommandAndUrl,
    textExpected,
    entryUnusable,
  ],
);

/** Do the values arrive as they are meant? */
const ofTheValues = milderWhenItWorks(
  after(
    [requestTokenMalformed],
    [
      placeholderValue,
      valueWithLineEnd,
      headerNotAscii,
      headerQuoted,
      schemeDoubled,
      variableMisspelt,
      variableWrongSyntax,
      inputNotDefined,
      variableNotSet,
      variableNotExpanded,
      valueEmpty,
      transportHeaderOverridden,
      timeoutUnit,
    ],
  ),
);

/** Failures of the step 'config', the more exact one first. */
export const configFailures: readonly Failure[] = [
  ...ofTheFile,
  ...ofTheStanding,
  ...ofTheShape,
  ...ofTheValues,
  ...after([requestUnknownField], [fieldIgnored]),
  valueWithSpace,
  headersHelperRelative,
  headerArgumentSplit,
  entryDuplicateKeys,
  serverNameUnsafe,
  secretInTrackedFile,
  serverDiffersBetweenClients,
];
