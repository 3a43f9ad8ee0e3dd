import {type Exchange, seen} from '../../model/evidence.ts';
import type {EvidenceLine} from '../../model/finding.ts';
import {bodyLine, messageOf, quoted, requestIdOf, statusLine} from '../facts/http-answer.ts';
import {editFix, headerPath} from '../facts/http-changes.ts';
import {subjectOf, workedTrial} from '../facts/http-trials.ts';
import {defineFailure} from '../failure.ts';

export const headerBreaksServer = defineFailure({
  id: 'header-breaks-server',
  class: 'config',
  step: 'http',
  title: 'One header of the entry makes the server fail',
  severity: 'error',
  waitingHelps: false,
  needs: ['http'],
  signatures: [
    {
      match: /(?:unknown|unsupported|invalid|unexpected) (?:beta |feature )?header:? ["']?[\w-]+/i,
      confidence: 'possible',
    },
  ],
  remedies: ['Remove the header that makes the server fail'],
  detect: ({http}) => {
    const trial = workedTrial(http, 'without-header:');
    return trial === null ? null : {trial, name: subjectOf(trial)};
  },
  explain: ({name}, {http}) => ({
    cause: `The header ${name} of the entry makes the server fail: with it the answer is HTTP ${http.main.response?.status ?? 'nothing'}${quoted(messageOf(http.main.response))}, without ${name} the same request works.`,
    evidence: [
      statusLine(http),
      ...bodyLine(http.main.response),
      ...idLine(http.main.response),
      {label: 'without it', text: `the same request without ${name} is answered as MCP`, deciding: name},
    ],
  }),
  fixes: ({name}, {all}) => [
    editFix(all, {
      id: 'remove-header',
      title: `Remove the header "${name}"`,
      path: headerPath(seen(all, 'entry'), name),
      edit: {kind: 'remove'},
      why: `Without ${name} the server answers.`,
    }),
  ],
});

const idLine = (answer: Exchange['response']): readonly EvidenceLine[] => {
  const id = requestIdOf(answer);
  return id === null ? [] : [{label: 'request id', text: `${id.name}: ${id.value}`}];
};
