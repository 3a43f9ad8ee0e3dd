import {REAL_DISK} from '../clients/disk.ts';
import {createTrackedLook} from '../clients/git/is-tracked.ts';
import type {Change} from '../model/change.ts';
import type {Host} from '../model/host.ts';
import {isSecretValue} from '../repair/check-value.ts';

/** Why a secret may not be written there: git tracks the file, so it goes to everybody. References may. Null otherwise. */
export const whyNotShared = async (host: Host, change: Change, value: string | null): Promise<string | null> => {
  if (change.edit.kind !== 'ask' || value === null || !isSecretValue(change.edit, value)) return null;
  const isTracked = (await createTrackedLook([change.file], host, REAL_DISK))(change.file);
  return isTracked === true
    ? `Git tracks ${change.file}, so a secret there would go to everybody who has the repository. Give a reference to a variable instead (such as \${NAME}, in the spelling of the client), or put the server into a file of your own.`
    : null;
};
