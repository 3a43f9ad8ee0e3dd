import {nearest} from '../../model/nearest.ts';
import {advice, changeAt} from '../facts/config-entry.ts';
import {roleOf} from '../facts/config-fields.ts';
import {callOf, lineOf, placeOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

/** Keys under which people put a credential, and the connector has one place for it. */
const CREDENTIAL =
  /^(?:headers?|authorization|auth|token|api_?key|bearer|access_?token|authorizationToken|auth_?token)$/i;

export const requestUnknownField = defineFailure({
  id: 'request-unknown-field',
  class: 'config',
  step: 'config',
  title: 'A server of the request has a field that the connector does not take',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match: /mcp_servers\.\d+\.(?:url\.)?(?!tool_configuration)\w+: Extra inputs are not permitted/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Put the token into "authorization_token": the connector sends no other headers',
    'Remove every field of the entry but type, url, name and authorization_token',
  ],
  detect: ({request: {about}}) => {
    const keys = about?.unknownKeys ?? [];
    const key = keys.find((one) => CREDENTIAL.test(one)) ?? keys[0];
    return about === null || key === undefined ? null : {about, key, others: keys.filter((one) => one !== key)};
  },
  explain: ({about, key, others}, {entry}) => ({
    cause: `${callOf(about)} holds "${key}"${others.length === 0 ? '' : ` (and ${others.map((one) => `"${one}"`).join(', ')})`}; an entry of "mcp_servers" has only type, url, name and authorization_token, and the API refuses the request for any other field.`,
    evidence: [
      {label: `mcp_servers[${about.index}]`, text: `"${key}": …`, deciding: key},
      lineOf(about, entry, 'name'),
    ],
    location: placeOf(entry, key),
    class: CREDENTIAL.test(key) ? 'auth' : 'config',
  }),
  fixes: ({about, key}, {entry}) => {
    const known = ['type', 'url', 'name', 'authorization_token'].filter(
      (name) => !Object.keys(Object(entry.raw)).includes(name),
    );
    const isAddress = roleOf(key) === 'url' && known.includes('url');
    const near = isAddress ? 'url' : nearest(key, known);
    const remove = {
      id: 'remove-field',
      title: `Remove "${key}" from ${shortOf(about)}`,
      kind: 'edit',
      change: changeAt(entry, [key], {kind: 'remove'}, 'The connector takes no other fields'),
    } as const;
    if (near !== null) {
      const change = changeAt(entry, [key], {kind: 'rename', to: near}, 'The connector reads this name');
      return [
        {id: 'rename-field', title: `Rename "${key}" of ${shortOf(about)} to "${near}"`, kind: 'edit', change},
        remove,
      ];
    }
    if (!CREDENTIAL.test(key)) return [remove];
    return [
      advice(
        'move-token',
        `Move the token from "${key}" of ${shortOf(about)} to "authorization_token" (the bare token: the connector adds "Bearer")`,
      ),
      remove,
    ];
  },
});
