import {seen} from '../../model/evidence.ts';
import {prefixOf, toolTroubles, updateServer} from '../facts/handshake-oddity.ts';
import {placeIn, renameEntry} from '../facts/launch-fixes.ts';
import {clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const toolNameTooLong = defineFailure({
  id: 'tool-name-too-long',
  class: 'config',
  step: 'tools',
  title: "A tool's name is too long with the client's prefix",
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /name: String should have at most 64 characters|tool name[^\n]{0,60}exceeds? 6[04] characters|[Cc]ombined (?:server and )?tool name length/,
      confidence: 'certain',
    },
  ],
  remedies: ["Rename the server's key in the configuration to a shorter name"],
  detect: ({tools, all}) => {
    const prefix = prefixOf(all);
    const name =
      tools.names.filter((one) => one.length + prefix.length > LIMIT).sort((a, b) => b.length - a.length)[0] ??
      toolTroubles(all, ['long-name'])[0]?.tool;
    return name === undefined ? null : {name, prefix, full: `${prefix}${name}`};
  },
  explain: ({name, prefix, full}, {all}) => ({
    cause:
      prefix === ''
        ? `The tool name "${clip(name, 120)}" has ${name.length} characters, and models take at most ${LIMIT}.`
        : `${seen(all, 'entry')?.rules.clientName ?? 'The client'} calls the tool "${clip(full, 140)}": with its prefix "${prefix}" the name has ${full.length} characters, and models take at most ${LIMIT}.`,
    evidence: [{label: 'Name that the model gets', text: full, deciding: name}],
    location: placeIn(all, []),
  }),
  fixes: ({name, prefix, full}, {all}) => {
    const entry = seen(all, 'entry');
    const room = (entry?.name.length ?? 0) - (full.length - LIMIT);
    const short = room < 1 || entry === undefined ? null : shorter(entry.name, room);
    return [
      ...(short === null || !prefix.includes(entry?.name ?? '\n')
        ? []
        : [renameEntry(all, short, `Rename the server "${entry?.name ?? ''}" to "${short}"`)]),
      updateServer(all, `give the tool "${clip(name, 60)}" a shorter name`),
    ];
  },
});

const LIMIT = 64;

/** A name of at most `room` characters that still shows which server it is: whole words first, else cut. */
const shorter = (name: string, room: number): string | null => {
  const words = name.split(/[-_. ]/).filter((word) => word !== '' && !/^(?:mcp|server|the)$/i.test(word));
  while (words.length > 1 && words.join('-').length > room) words.pop();
  const out = words.join('-').slice(0, room);
  return out === '' || out === name ? null : out;
};
