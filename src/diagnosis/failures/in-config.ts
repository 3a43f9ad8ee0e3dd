import {after, exclusive} from '../exclusive.ts';
import type {Failure} from '../failure.ts';
import {milderWhenItWorks} from '../milder-when-it-works.ts';
import {approvalInWrongFile} from './approval-in-wrong-file.ts';
import {argsNotList} from './args-not-list.ts';
import {blockedByPolicy} from './blocked-by-policy.ts';
import {bothCommandAndUrl} from './both-command-and-url.ts';
import {commandIsList} from './command-is-list.ts';
import {commandWithoutType} from './command-without-type.ts';
import {entryDuplicateKeys} from './entry-duplicate-keys.ts';
import {entryHoldsServers} from './entry-holds-servers.ts';
import {entryNotAnObject} from './entry-not-an-object.ts';
import {entryUnusable} from './entry-unusable.ts';
import {fieldIgnored} from './field-ignored.ts';
import {fieldOfOtherTransport} from './field-of-other-transport.ts';
import {folderNotTrusted} from './folder-not-trusted.ts';
import {headerArgumentSplit} from './header-argument-split.ts';
import {headerNotAscii} from './header-not-ascii.ts';
import {headerQuoted} from './header-quoted.ts';
import {headersHelperRelative} from './headers-helper-relative.ts';
import {fileFailures} from './in-file.ts';
import {inputInvalid} from './input-invalid.ts';
import {inputNotDefined} from './input-not-defined.ts';
import {inputsNotList} from './inputs-not-list.ts';
import {mapExpected} from './map-expected.ts';
import {missingCommandAndUrl} from './missing-command-and-url.ts';
import {numberQuoted} from './number-quoted.ts';
import {otherEntryRefused} from './other-entry-refused.ts';
import {placeholderValue} from './placeholder-value.ts';
import {remoteUnsupported} from './remote-unsupported.ts';
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
import {switchQuoted} from './switch-quoted.ts';
import {textExpected} from './text-expected.ts';
import {timeoutUnit} from './timeout-unit.ts';
import {tokenInPlaceOfName} from './token-in-place-of-name.ts';
import {transportHeaderOverridden} from './transport-header-overridden.ts';
import {typeContradictsFields} from './type-contradicts-fields.ts';
import {typeUnknown} from './type-unknown.ts';
import {urlWithoutType} from './url-without-type.ts';
import {valueEmpty} from './value-empty.ts';
import {valueKeptByClient} from './value-kept-by-client.ts';
import {valueRepeatsName} from './value-repeats-name.ts';
import {valueWithLineEnd} from './value-with-line-end.ts';
import {valueWithSpace} from './value-with-space.ts';
import {variableMisspelt} from './variable-misspelt.ts';
import {variableNotExpanded} from './variable-not-expanded.ts';
import {variableNotSet} from './variable-not-set.ts';
import {variableWrongSyntax} from './variable-wrong-syntax.ts';
import {wrongFieldName} from './wrong-field-name.ts';

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
    otherEntryRefused,
    entryNotAnObject,
    entryHoldsServers,
    commandIsList,
    argsNotList,
    mapExpected,
    remoteUnsupported,
    wrongFieldName,
    typeUnknown,
    urlWithoutType,
    commandWithoutType,
    typeContradictsFields,
    bothCommandAndUrl,
    fieldOfOtherTransport,
    missingCommandAndUrl,
    textExpected,
    switchQuoted,
    numberQuoted,
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
      valueRepeatsName,
      schemeDoubled,
      tokenInPlaceOfName,
      variableMisspelt,
      variableWrongSyntax,
      inputsNotList,
      inputNotDefined,
      inputInvalid,
      variableNotSet,
      variableNotExpanded,
      valueEmpty,
      valueKeptByClient,
      transportHeaderOverridden,
      timeoutUnit,
    ],
  ),
);

/** Failures of the step 'config', the more exact one first. */
export const configFailures: readonly Failure[] = [
  ...fileFailures,
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
