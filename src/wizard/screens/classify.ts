import {count} from '../../model/count.ts';
import type {Finding} from '../../model/finding.ts';
import type {PastFix} from '../../repair/answers.ts';
import type {Case} from '../../repair/state.ts';
import {canAskStatus} from '../../repair/steps/status.ts';
import {evidenceLines} from '../parts/evidence-lines.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {CLASS_WORDS, CONFIDENCE_WORDS} from '../parts/words.ts';
import type {Context, Screen} from '../screen.ts';

/** What kind of trouble it is, why, how sure that is, and whether waiting helps. */
export const classifyScreen: Screen<'classify'> = {
  name: 'What is wrong',
  keys: [
    {key: 'enter', label: 'mend it', does: () => ({send: {type: 'next'}})},
    {key: 'd', label: 'I see it differently', does: () => ({send: {type: 'disagree'}})},
    {
      key: 'o',
      label: 'is it down?',
      when: ({case: known}) => canAskStatus(known),
      does: () => ({send: {type: 'ask-status'}}),
    },
    {
      key: 'r',
      label: 'show it in a shell',
      when: (stage) => stage.case.server.kind === 'server',
      does: () => ({send: {type: 'reproduce'}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
    {key: 'q', label: 'quit', does: () => ({send: {type: 'quit'}})},
  ],
  view: (stage, context) => {
    const {finding} = stage.case;
    return {
      no: 3,
      title: 'What is wrong',
      about: stage.case.server.name,
      lead: finding === null ? unknown(context) : headline(finding, context),
      body:
        finding === null
          ? [...whatElse(context), ...providerLines(stage.case, context.width)]
          : reasons(stage.case, finding, context),
      focus: null,
      ids: [],
      next: finding === null ? 'Press d to say what kind of trouble it is' : nextOf(finding),
    };
  },
};

const nextOf = (finding: Finding): string =>
  finding.fixes.length === 0
    ? 'Press Enter to go on'
    : `Press Enter to see ${count(finding.fixes.length, 'way')} to mend it`;

const headline = (finding: Finding, context: Context): readonly Line[] => {
  const {marks, width} = context;
  const mark = finding.severity === 'error' ? strong('red', `${marks.bad} `) : bold(`${marks.warn} `);
  return paragraph([mark, bold(finding.title)], width);
};

const unknown = (context: Context): readonly Line[] =>
  paragraph([bold(`${context.marks.unknown} I do not know this failure yet.`)], context.width);

const whatElse = (context: Context): readonly Line[] =>
  paragraph(
    'The steps and the exact error on the screens before are all that was seen. If the client shows an error text, go back and paste it: that often tells more.',
    context.width,
  );

const reasons = (known: Case, finding: Finding, context: Context): readonly Line[] => {
  const {width} = context;
  const kind = CLASS_WORDS[finding.class];
  const others = known.checked.diagnosis.findings.filter((one) => one !== finding);
  return [
    ...paragraph(finding.cause, width),
    EMPTY,
    ...(known.similar.length === 0 ? [] : [...pastLines(known.similar, width), EMPTY]),
    ...labelled('Kind', `${kind.name} (${kind.about})`, width),
    ...labelled('How sure', `${CONFIDENCE_WORDS[finding.confidence]}.`, width),
    ...labelled('Waiting', finding.waitingHelps ? 'It may pass by itself.' : 'It will not pass by itself.', width),
    ...(finding.location === undefined
      ? []
      : labelled('Where', `${finding.location.file}, line ${finding.location.line}`, width)),
    ...(known.disagreed === null ? [] : labelled('You say', CLASS_WORDS[known.disagreed.class].name, width)),
    // What was just asked for stands where it is seen; a page that is only named gives way to the evidence.
    ...(known.providerSays.length > 0 ? providerLines(known, width) : []),
    EMPTY,
    ...evidenceLines(finding.evidence, width),
    ...(known.providerSays.length > 0 ? [] : providerLines(known, width)),
    ...(others.length === 0
      ? []
      : [EMPTY, line(dim('Also seen')), ...others.flatMap((one) => paragraph(one.title, width, 2))]),
  ];
};

/** The provider's own words, beside what was seen from here; before they were asked for, where they stand. */
const providerLines = ({checked, providerSays}: Case, width: number): readonly Line[] => {
  const {statusPage} = checked;
  if (statusPage == null) return [];
  return providerSays.length > 0
    ? [EMPTY, line(dim('What the provider says')), ...providerSays.flatMap((one) => paragraph(one.trim(), width, 2))]
    : [
        EMPTY,
        ...labelled('Is it down?', `${statusPage.provider} says so at ${statusPage.page}`, width),
        ...(statusPage.host === null ? [] : paragraph([dim('Press '), bold('o'), dim(' to have it read.')], width, 2)),
      ];
};

const MOST_PAST = 3;

/** Fixes of the same failure: one's own and the team's, the likeliest first; each change once. */
const pastLines = (similar: readonly PastFix[], width: number): readonly Line[] =>
  similar
    .filter(({record}, index) => similar.findIndex((one) => one.record.change.title === record.change.title) === index)
    .slice(0, MOST_PAST)
    .flatMap(({record, from}) => [
      ...paragraph(
        [
          bold(
            `This was ${record.proof.outcome === 'fixed' ? 'fixed' : 'tried'} before, on ${record.at.slice(0, 10)}, by: `,
          ),
          {text: record.change.title},
          dim(from === 'team' ? ' (from docs/mcp-fixes.md of the project)' : ''),
        ],
        width,
      ),
      ...(record.note === '' ? [] : paragraph(`"${record.note}"`, width, 2)),
    ]);
