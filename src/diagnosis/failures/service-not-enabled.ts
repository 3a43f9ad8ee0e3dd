import {defineReported} from '../facts/reported-text.ts';

export const serviceNotEnabled = defineReported({
  id: 'service-not-enabled',
  class: 'config',
  step: 'tools',
  title: 'The service behind the server is not switched on for this account',
  waitingHelps: true,
  signatures: [
    {
      match:
        /has not been used in project \S{1,80} before or it is disabled|\b(?:SERVICE_DISABLED|accessNotConfigured)\b|\bAPI\b[^\n]{0,60} (?:is|has been) (?:disabled|not enabled)\b|(?:MCP|feature|integration)[^\n]{0,40} (?:is )?not enabled for (?:this|your) (?:account|organi[sz]ation|workspace|project|site)/i,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Switch the service on for this account or project (the message often gives the page), wait a few minutes, and try again',
    'Ask the administrator of the organisation to allow it',
  ],
  cause: () =>
    'The key is right, but the account or project that it belongs to has this service switched off. Nobody can use it until it is switched on there.',
});
