import {seen} from '../../model/evidence.ts';
import {checkValue, isReference, type ValueKind} from '../../repair/check-value.ts';
import type {StageAt} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import {graphemesOf} from '../parts/width.ts';
import type {Context, Screen} from '../screen.ts';

type Here = StageAt<'value'>;

/** A value that only the person knows. Secrets are drawn as dots, and are in no record. */
export const valueScreen: Screen<'value'> = {
  name: 'Type a value',
  fields: ['value'],
  keys: [
    {
      key: 'enter',
      label: 'go on',
      does: (stage, context) => {
        const value = typed(context);
        const trouble = checkValue(kindOf(stage), value);
        return trouble === null ? {send: {type: 'value', value}} : {say: trouble};
      },
    },
    {
      key: 'ctrl-r',
      label: 'show or hide it',
      when: (stage) => isSecret(stage),
      does: (_stage, context) => ({ui: {isShown: !context.ui.isShown}}),
    },
    {key: 'escape', label: 'back', does: () => ({send: {type: 'back'}})},
  ],
  view: (stage, context) => {
    const {width} = context;
    return {
      no: 4,
      title: 'One change',
      about: stage.case.server.name,
      lead: paragraph([bold(stage.fix.title)], width),
      body: [
        ...paragraph(`Type or paste: ${stage.label}`, width),
        EMPTY,
        ...inputLines(stage, context),
        EMPTY,
        ...labelled('Goes into', stage.fix.change.file, width),
        ...better(stage, width),
      ],
      focus: null,
      ids: [],
      next:
        typed(context) === '' ? 'Type or paste it, then press Enter' : 'Press Enter to see what it does to the file',
    };
  },
};

const typed = (context: Context): string => context.ui.fields['value']?.text ?? '';

const kindOf = (stage: Here): ValueKind =>
  stage.fix.change.edit.kind === 'ask' ? stage.fix.change.edit.shape : 'text';

const isSecret = (stage: Here): boolean => stage.fix.change.edit.kind !== 'ask' || stage.fix.change.edit.isSecret;

const inputLines = (stage: Here, context: Context): readonly Line[] => {
  const value = typed(context);
  const field = context.ui.fields['value'];
  const isHidden = isSecret(stage) && !context.ui.isShown && !isReference(value);
  const letters = graphemesOf(value).map((letter) => (isHidden ? '•' : letter.text === '\n' ? '↵' : letter.text));
  const caret = field?.caret ?? 0;
  const text = [...letters.slice(0, caret), context.marks.caret, ...letters.slice(caret)].join('');
  const trouble = value === '' ? null : checkValue(kindOf(stage), value);
  return [
    ...verbatim(text, context.width - 4).map((part, index) =>
      line(strong('cyan', index === 0 ? `${context.marks.point} ` : '  '), part),
    ),
    ...(value === ''
      ? []
      : paragraph(
          trouble === null
            ? [dim(`${letters.length} letters, and the right shape.`)]
            : [bold(`${context.marks.warn} ${trouble}`)],
          context.width,
          2,
        )),
  ];
};

/** A secret is better off outside of the file, where the client can put it in by itself. */
const better = (stage: Here, width: number): readonly Line[] => {
  const rules = seen(stage.case.checked.evidence, 'entry')?.rules;
  const syntax = rules?.expansion.syntax.find((one) => one.includes('VAR'));
  if (!isSecret(stage) || rules === undefined || syntax === undefined) return [];
  const example = syntax.replace(/VAR.*?(?=\})/, 'MY_TOKEN').replace(/VAR$/, 'MY_TOKEN');
  return [
    EMPTY,
    ...paragraph(
      [
        dim('Better still: set a variable in your shell and type '),
        bold(example),
        dim(` here. ${rules.clientName} puts its value in, and the file holds no secret.`),
      ],
      width,
    ),
  ];
};
