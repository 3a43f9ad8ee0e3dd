import {seen} from '../../model/evidence.ts';
import {serverWords} from '../facts/handshake-oddity.ts';
import {wordsOf} from '../facts/launch-end.ts';
import {advise} from '../facts/launch-fixes.ts';
import {capital, clip} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const noTools = defineFailure({
  id: 'no-tools',
  class: 'runtime',
  step: 'tools',
  title: 'The server is connected and lists no tools',
  severity: 'warning',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /Connected but only \d tools|(?:0|no|zero) tools (?:found|available|listed|discovered|enabled)|server has no tools|no (?:prompts or tools|tools or prompts) found/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Look up in the manual of the server how tools are switched on (a variable, an argument, the scopes of its token)',
    'Give the token the scopes that the tools need',
  ],
  detect: ({tools}) =>
    tools.isDeclared && tools.count === 0 && tools.error === null && !tools.timedOut && !tools.closed ? tools : null,
  explain: ({hasResources, hasPrompts}, {all}) => {
    const launch = seen(all, 'launch');
    const said = launch === undefined ? null : wordsOf(launch);
    const other =
      hasResources || hasPrompts
        ? ` (it does offer ${[hasResources ? 'resources' : '', hasPrompts ? 'prompts' : ''].filter(Boolean).join(' and ')})`
        : '';
    return {
      cause: `${capital(serverWords(all))} connects and says that it has tools, but its list is empty: 0 tools${other}.${said === null ? '' : ` Its last line is "${clip(said.line, 160)}".`}`,
      evidence: [
        {label: 'tools/list', text: '0 tools', deciding: '0 tools'},
        ...(said === null ? [] : [{label: 'Its last words', text: clip(said.line, 400)}]),
      ],
      confidence: 'possible',
    };
  },
  fixes: (_, {all}) => [
    advise(
      'switch-on',
      `Look up how the tools of ${serverWords(all)} are switched on: a variable (toolsets), an argument, or the scopes of the token that it uses`,
    ),
    advise('scopes', 'If it works with a token: make a new one with the scopes that the tools need'),
  ],
});
