import {count} from '../../model/count.ts';
import {seen} from '../../model/evidence.ts';
import {checkValue, isReference, isSecretValue, type ValueKind} from '../../repair/check-value.ts';
import {fileOutside, type WayOutside, waysOutside} from '../../repair/kept-outside.ts';
import type {StageAt} from '../../repair/state.ts';
import {bold, dim, EMPTY, type Line, line, strong} from '../parts/line.ts';
import {labelled, paragraph} from '../parts/paragraph.ts';
import {verbatim} from '../parts/verbatim.ts';
import {graphemesOf} from '../parts/width.ts';
import type {Action, Context, Screen} from '../screen.ts';

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
        // Below the line it is told already.
        if (isOdd(stage, context)) return null;
        const trouble = checkValue(kindOf(stage), value) ?? sharedTrouble(stage, value);
        return trouble === null ? {send: {type: 'value', value, hint: null}} : {say: trouble};
      },
    },
    {
      key: 'ctrl-r',
      label: 'show or hide it',
      when: (stage) => isSecret(stage),
      does: (_stage, context) => ({ui: {isShown: !context.ui.isShown}}),
    },
    {
      key: 'ctrl-o',
      label: 'keep it out of the file',
      when: (stage) => wayOf(stage, 'variable') !== undefined,
      does: (stage) => instead(wayOf(stage, 'variable')),
    },
    {
      key: 'ctrl-n',
      label: 'let the client ask for it',
      when: (stage) => wayOf(stage, 'input') !== undefined,
      does: (stage) => instead(wayOf(stage, 'input')),
    },
    {
      key: 'ctrl-f',
      label: 'take it from a file',
      when: (stage) => fileOf(stage) !== null,
      does: (stage) => {
        const way = fileOf(stage);
        return way === null ? null : {send: {type: 'instead', ...way}};
      },
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
        ...(nowOf(stage) === null ? [] : labelled('It is now', nowOf(stage) ?? '', width)),
        ...labelled('Goes into', stage.fix.change.file, width),
        ...better(stage, width),
      ],
      focus: null,
      ids: [],
      next: isOdd(stage, context)
        ? 'Correct it, then press Enter; Ctrl-U empties the line'
        : typed(context) === ''
          ? 'Type or paste it, then press Enter'
          : 'Press Enter to see what it does to the file',
    };
  },
};

const typed = (context: Context): string => context.ui.fields['value']?.text ?? '';

/** What stands there now, of what the entry tells and is no secret: most of it is right as a rule. */
const nowOf = (stage: Here): string | null => {
  const entry = seen(stage.case.checked.evidence, 'entry');
  const {file, path} = stage.fix.change;
  if (entry === undefined || file !== entry.file || isSecret(stage)) return null;
  const [field, index] = path.slice(entry.at.length);
  if (field === entry.rules.fields.args && typeof index === 'number') return entry.args[index] ?? null;
  if (path.length !== entry.at.length + 1) return null;
  return field === entry.rules.fields.command
    ? entry.command
    : entry.rules.fields.url.includes(String(field))
      ? entry.url
      : null;
};

/** Something is typed, and its shape is not right yet. */
const isOdd = (stage: Here, context: Context): boolean =>
  typed(context) !== '' && checkValue(kindOf(stage), typed(context)) !== null;

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
            ? [dim(shapeWords(kindOf(stage), letters.length))]
            : [bold(`${context.marks.warn} ${trouble}`)],
          context.width,
          2,
        )),
  ];
};

/** A token as short as this is often half of one. */
const SHORT_TOKEN = 8;

const shapeWords = (kind: ValueKind, letters: number): string =>
  kind === 'token' && letters < SHORT_TOKEN
    ? `${count(letters, 'letter')}: tokens are longer as a rule. Is all of it here?`
    : `${count(letters, 'letter')}, and the right shape.`;

/** Where the client itself can put it in. */
const waysOf = (stage: Here): readonly WayOutside[] => {
  const {evidence} = stage.case.checked;
  const entry = seen(evidence, 'entry');
  return entry === undefined || !isSecret(stage) ? [] : waysOutside(entry, stage.fix.change, evidence.machine.platform);
};

const wayOf = (stage: Here, id: WayOutside['id']): WayOutside | undefined => waysOf(stage).find((way) => way.id === id);

const fileOf = (stage: Here): ReturnType<typeof fileOutside> => {
  const entry = seen(stage.case.checked.evidence, 'entry');
  return entry === undefined || !isSecret(stage) ? null : fileOutside(entry, stage.fix.change);
};

const instead = (way: WayOutside | undefined): Action =>
  way === undefined ? null : {send: {type: 'value', value: way.reference, hint: way.hint}};

/** A file that goes to others is no place for a secret; a reference may stand there. */
const sharedTrouble = (stage: Here, value: string): string | null =>
  isShared(stage) && isSecretValue(stage.fix.change.edit, value)
    ? `Git tracks ${stage.fix.change.file}: whoever has the repository would read it. ${
        waysOf(stage).length > 0
          ? 'Keep it out of the file instead.'
          : "Put the server into a file of your own, such as the client's user settings, and the secret there."
      }`
    : null;

const isShared = (stage: Here): boolean => {
  const entry = seen(stage.case.checked.evidence, 'entry');
  return entry?.isTracked === true && entry.file === stage.fix.change.file;
};

/** A secret is better off outside of the file, where the client can put it in by itself. */
const better = (stage: Here, width: number): readonly Line[] => [
  ...waysOf(stage).flatMap((way) => [
    EMPTY,
    ...paragraph(
      way.id === 'variable'
        ? [
            dim(isShared(stage) ? 'Git tracks this file. ' : ''),
            dim('Better still: press '),
            bold('Ctrl-O'),
            dim(' to write '),
            bold(way.reference),
            dim(' instead, and set that variable outside of the file.'),
          ]
        : [
            dim('Or press '),
            bold('Ctrl-N'),
            dim(' to write '),
            bold(way.reference),
            dim(': the client asks you for it.'),
          ],
      width,
    ),
  ]),
  ...(fileOf(stage) === null
    ? []
    : [
        EMPTY,
        ...paragraph(
          [
            dim('Or press '),
            bold('Ctrl-F'),
            dim(' to name a file of variables, which stays out of git: '),
            bold('.env'),
          ],
          width,
        ),
      ]),
];
