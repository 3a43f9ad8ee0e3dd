import type {EntryEvidence} from '../../model/evidence.ts';
import type {EvidenceLine, Fix} from '../../model/finding.ts';
import type {Place} from '../../model/server.ts';
import {advice} from './config-entry.ts';

type Decider = NonNullable<EntryEvidence['standing']['decidedBy']>;

/** 'disabledMcpjsonServers in /work/app/.claude/settings.local.json, line 4' */
export const deciderText = (decider: Decider | null): string => {
  if (decider === null) return 'a setting of the client';
  const key = decider.path.filter((part) => typeof part === 'string').at(-1);
  const line = decider.line === null ? '' : `, line ${decider.line}`;
  return key === undefined ? `${decider.file}${line}` : `"${key}" in ${decider.file}${line}`;
};

export const deciderLine = (decider: Decider | null): readonly EvidenceLine[] =>
  decider === null
    ? []
    : [
        {
          label: `${decider.file}${decider.line === null ? '' : `, line ${decider.line}`}`,
          text: decider.path.join('.') || decider.file,
        },
      ];

export const deciderPlace = (entry: EntryEvidence): Place => {
  const {decidedBy} = entry.standing;
  return decidedBy === null || decidedBy.line === null
    ? entry.place
    : {file: decidedBy.file, line: decidedBy.line, column: 1};
};

/** The one change that lets the client use the entry again: an item of a list goes, or a flag turns. */
export const switchOn = (entry: EntryEvidence): Fix => {
  const {decidedBy} = entry.standing;
  const key = decidedBy?.path.at(-1);
  if (decidedBy === null || key === undefined)
    return advice('switch-on', `Switch "${entry.name}" on in ${entry.rules.clientName}`);
  // A plugin or a profile brings more than this server along: that choice is the person's, in the client.
  if (decidedBy.owner !== null)
    return advice(
      'switch-on',
      `If you want "${entry.name}", switch on ${decidedBy.owner} in ${entry.rules.clientName}`,
    );
  if (typeof key === 'number') {
    const list = String(decidedBy.path.at(-2) ?? 'the list');
    return {
      id: 'take-from-list',
      title: `Take "${entry.name}" out of "${list}"`,
      kind: 'edit',
      change: {
        file: decidedBy.file,
        path: decidedBy.path,
        edit: {kind: 'remove'},
        why: `"${list}" keeps the client from using "${entry.name}"`,
      },
    };
  }
  const value = /^(enabled|is_?active|active)$/i.test(key) ? true : /^(is_?)?disabled$/i.test(key) ? false : null;
  if (value === null)
    return advice('take-from-list', `Take "${entry.name}" out of "${key}" in ${decidedBy.file} (this enables it)`);
  return {
    id: 'flip-flag',
    title: `Set "${key}" to ${value}`,
    kind: 'edit',
    change: {
      file: decidedBy.file,
      path: decidedBy.path,
      edit: {kind: 'set', value},
      why: `"${key}" switches the server off`,
    },
  };
};
