import type {Host} from '../model/host.ts';
import {isHarmlessValue, isSecretName} from '../model/redact.ts';

/**
 * Values of the person's own environment that a server inherits and may print: by the variable's name, folders and stand-ins
 * left out. Of a URL the password counts, whatever the variable is called.
 */
export const environmentSecrets = (host: Pick<Host, 'env'>): readonly string[] =>
  Object.entries(host.env).flatMap(([name, value]) => {
    const password = /^[a-z][a-z0-9+.-]*:\/\/[^/\s@]*:([^/\s@]+)@/i.exec(value)?.[1];
    if (password !== undefined) return [password];
    return isSecretName(name) && value.length >= 8 && !isHarmlessValue(value) ? [value] : [];
  });
