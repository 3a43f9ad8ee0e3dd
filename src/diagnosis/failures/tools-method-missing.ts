import {serverWords, updateServer} from '../facts/handshake-oddity.ts';
import {capital} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const toolsMethodMissing = defineFailure({
  id: 'tools-method-missing',
  class: 'runtime',
  step: 'tools',
  title: 'The server promises a list and does not know the method',
  severity: 'error',
  waitingHelps: false,
  needs: ['tools'],
  signatures: [
    {
      match:
        /failed to get prompts: MCP error -32601|(?:tools|prompts|resources)\/list[^\n]{0,40}-32601|MCP error -32601: Method not found/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Upgrade the server: it must answer the lists that it declares (empty handlers are enough)',
    'Upgrade the client, if it asks for lists that the server does not declare',
  ],
  detect: ({tools}) => {
    const methods = [
      ...(tools.error?.code === -32601 && tools.isDeclared ? ['tools/list'] : []),
      ...tools.missingMethods,
    ];
    return methods.length === 0 ? null : methods;
  },
  explain: (methods, {tools, all}) => ({
    cause: `${capital(serverWords(all))} declares the capability in its hello, and answers ${methods.join(', ')} with "method not found" (-32601).`,
    evidence: [
      {
        label: `Answer to ${methods[0] ?? ''}`,
        text: tools.error === null ? '-32601' : `${tools.error.code} ${tools.error.message}`,
        deciding: '-32601',
      },
    ],
    severity: methods.includes('tools/list') ? 'error' : 'warning',
  }),
  fixes: (methods, {all}) => [
    updateServer(all, `answer ${methods.join(', ')} (an empty list is enough), or no longer declare the capability`),
  ],
});
