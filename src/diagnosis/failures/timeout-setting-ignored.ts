import {defineReported} from '../facts/reported-text.ts';

export const timeoutSettingIgnored = defineReported({
  id: 'timeout-setting-ignored',
  class: 'config',
  step: 'handshake',
  title: 'The time limit in the settings file is not applied',
  waitingHelps: false,
  signatures: [
    {
      match:
        /MCP_(?:TOOL_)?TIMEOUT.{0,80}(?:ignored|not applied|no effect|settings\.json)|^[^\w\n]{0,20}SSE stream disconnected[^\w\n]{0,20}$/im,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Export the variable MCP_TIMEOUT (or MCP_TOOL_TIMEOUT) in the shell that starts claude, not only in settings.json',
  ],
  cause: () =>
    'MCP_TIMEOUT or MCP_TOOL_TIMEOUT stands in a settings file, and the client reads it from its own environment only.',
});
