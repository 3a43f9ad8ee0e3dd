import {argPath, commandQuote, works} from '../facts/command-entry.ts';
import {advice, editAt, placeAt} from '../facts/config-entry.ts';
import {defineFailure} from '../failure.ts';

export const bridgeNeedsAllowHttp = defineFailure({
  id: 'bridge-needs-allow-http',
  class: 'config',
  step: 'command',
  title: 'The bridge refuses a plain http address',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry', 'command'],
  signatures: [{match: /Non-HTTPS URLs are only allowed for localhost/i, confidence: 'certain'}],
  remedies: ['Add "--allow-http" to the arguments of mcp-remote', 'Use https:// in the address if the server has it'],
  detect: ({command, all}) => {
    if (
      !command.args.some((arg) => /^mcp-remote(@.*)?$/.test(arg)) ||
      command.args.includes('--allow-http') ||
      works(all)
    )
      return null;
    const index = command.args.findIndex(
      (arg) => /^http:\/\//i.test(arg) && !/^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i.test(arg),
    );
    const url = command.args[index];
    return url === undefined ? null : {index, url};
  },
  explain: ({url}, {entry, command}) => ({
    cause: `mcp-remote refuses ${url}: it begins with http:// and is not on this computer. It wants --allow-http, or https://.`,
    evidence: [commandQuote(entry, command, url)],
    location: placeAt(entry, argPath(entry, command.args.indexOf(url))),
  }),
  fixes: ({index}, {entry, command}) => {
    const {args} = entry.rules.fields;
    const why = 'The bridge refuses plain http otherwise';
    return [
      args === null || entry.rules.commandIsArray
        ? advice('allow-http', 'Add "--allow-http" at the end of the arguments')
        : editAt(entry, [args], {
            id: 'allow-http',
            title: 'Add "--allow-http" at the end of the arguments',
            edit: {kind: 'insert', index: command.args.length, value: '--allow-http'},
            why,
          }),
      editAt(entry, argPath(entry, index), {
        id: 'use-https',
        title: 'Use https:// in the address, if the server has it',
        edit: {kind: 'rewrite', how: {how: 'replace-text', from: 'http://', to: 'https://'}},
        why: 'https protects the token',
      }),
    ];
  },
});
