import {editAt, placeAt, quoteAt} from '../facts/config-entry.ts';
import {capital, classOf, isCredential, kindOf, nounOf} from '../facts/config-values.ts';
import {defineFailure} from '../failure.ts';

export const placeholderValue = defineFailure({
  id: 'placeholder-value',
  class: 'config',
  step: 'config',
  title: 'A placeholder was never filled in',
  severity: 'error',
  waitingHelps: false,
  needs: ['entry'],
  signatures: [
    {
      match: /\b(YOUR|INSERT|ENTER|REPLACE)[-_](WITH[-_])?(YOUR[-_])?([A-Z]+[-_])*(KEY|TOKEN|SECRET|PASSWORD|PAT)\b/,
      confidence: 'certain',
    },
    {match: /<(your|insert|enter|replace)[-_ ][\w -]*(key|token|secret|password|pat)>/i, confidence: 'certain'},
    {
      match: /['"/ ]\/path\/to\/|\/Users\/(username|yourname|you)\/|C:\\+Users\\+(username|YourName)\\/i,
      confidence: 'certain',
    },
    {match: /\bchangeme\b|\bsk-\.\.\.|xxxx-xxxx/i, confidence: 'likely'},
  ],
  remedies: ['Replace the placeholder with your own value: the example was never filled in'],
  detect: ({entry}) => {
    const shape = entry.values.find((value) => value.placeholder !== null);
    return shape === undefined || shape.placeholder === null ? null : {shape, words: shape.placeholder};
  },
  explain: ({shape, words}, {entry}) => ({
    cause: `${capital(nounOf(entry, shape.path))} of "${entry.name}" still holds the placeholder ${words} from the example; nobody has filled in the real value.`,
    evidence: [quoteAt(entry, shape.path, words)],
    location: placeAt(entry, shape.path),
    class: classOf(entry, shape.path),
  }),
  fixes: ({shape, words}, {entry}) => {
    const kind = kindOf(entry, shape.path);
    const isSecret = isCredential(entry, shape);
    const isWhole = shape.text === words;
    const at = shape.text.indexOf(words);
    const template = `${shape.text.slice(0, Math.max(at, 0))}{value}${shape.text.slice(at + words.length)}`;
    return [
      editAt(entry, shape.path, {
        id: 'fill-in',
        title: `Replace ${words} with your own ${isSecret ? 'token' : 'value'}`,
        edit: {
          kind: 'ask',
          label: `Your value for ${nounOf(entry, shape.path)}`,
          isSecret,
          shape:
            kind === 'header'
              ? 'token'
              : kind === 'url'
                ? 'url'
                : /[\\/]/.test(words)
                  ? 'path'
                  : isSecret
                    ? 'token'
                    : 'text',
          ...(isWhole || at < 0 ? {} : {template}),
        },
        why: 'The example was never filled in',
      }),
    ];
  },
});
