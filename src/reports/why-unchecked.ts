import type {ServerReport} from './check-report.ts';

/** Why a server was not checked, in a few words. */
export const whyUnchecked = (server: Pick<ServerReport, 'because' | 'transport'>): string => {
  switch (server.because) {
    case 'untrusted':
      return server.transport === 'http' || server.transport === 'sse'
        ? 'nobody has approved that it is called'
        : 'nobody has approved what it starts';
    case 'disabled':
      return 'its client does not use it';
    case 'shadowed':
      return 'another entry of the same name wins';
    case 'blocked':
      return 'a policy blocks it';
    case 'client-only':
      return 'only its client knows how it is started';
    default:
      return 'the check was interrupted';
  }
};

/** The same, with what to do where the command line can do something: for a report that a machine passes on. */
export const notCheckedNote = (server: ServerReport): string =>
  `not checked: ${whyUnchecked(server)}${
    server.because === 'untrusted' && server.digest !== undefined ? `. To check it: --trust ${server.digest}` : ''
  }`;
