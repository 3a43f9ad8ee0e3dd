import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const licenceRefused = defineSaidFailure({
  id: 'licence-refused',
  class: 'quota',
  title: 'The licence of the program does not let it start',
  patterns: [
    /licen[cs]e (?:file |key |server )?[^\n]{0,60}?(?:has expired|is expired|expired|not found|is invalid|invalid|is missing|could not be (?:found|verified|checked)|checkout failed)[^\n]*/i,
    /(?:no|invalid|expired|missing) (?:valid )?licen[cs]e\b[^\n]*/i,
    /all \d+ seats?\b[^\n]*/i,
    /(?:cannot|could not|unable to|failed to) (?:connect to|reach|contact) (?:the )?licen[cs]e server[^\n]*/i,
    /FlexNet Licensing error[^\n]*|Licensed number of users already reached[^\n]*/i,
  ],
  confidence: 'likely',
  remedies: [
    'Renew the licence, free a seat, or start the licence server that the message names',
    "Name the licence file or server in the variable that the program's manual gives",
  ],
  cause: ({match}) =>
    `The program checks its licence before it works, and the licence does not let it start: "${clip(match, 200)}".`,
  fixes: ({match}) => [
    /server/i.test(match)
      ? advise(
          'licence-server',
          'Start the licence server, or correct its address (port@host) in the variable of the program',
        )
      : /seat|users/i.test(match)
        ? advise('free-seat', 'Release a seat of the licence (close the program elsewhere), or buy another one')
        : advise('renew', 'Renew the licence, and put the new licence file or key where the program looks for it'),
    advise('ask-vendor', 'Ask whoever manages the licence in your organisation which one this machine should use'),
  ],
});
