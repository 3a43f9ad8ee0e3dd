import {defineReported} from '../facts/reported-text.ts';

export const approvalRequired = defineReported({
  id: 'approval-required',
  class: 'config',
  step: 'tools',
  title: 'The tool waits for an approval',
  waitingHelps: false,
  signatures: [
    {
      match:
        /-32003\b.{0,60}requires? approval|tool call requires approval|denied by the Claude Code auto mode classifier|tool (?:use|call) (?:was )?rejected by (?:the )?user/i,
      confidence: 'certain',
    },
  ],
  remedies: ['Set the tool to "Always allow" in the connector settings (or approve the call when the client asks)'],
  cause: () => 'The client asks for an approval before this tool runs, and nobody could give it.',
});
