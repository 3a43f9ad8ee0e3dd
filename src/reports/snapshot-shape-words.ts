import type {EntryEvidence} from '../model/evidence.ts';

/** What a value is like, in words that are equal on two machines where the values are alike. */
export const shapeWords = (value: EntryEvidence['values'][number]): string =>
  [
    ...(value.isEmpty ? ['empty'] : []),
    ...(value.isSecret ? [`secret of ${value.length} characters`] : []),
    ...(value.scheme === null ? [] : [`scheme ${value.scheme}`]),
    ...(value.hasDoubledScheme ? ['scheme doubled'] : []),
    ...(value.family === null ? [] : [`looks like ${value.family}`]),
    ...(value.placeholder === null ? [] : ['a placeholder']),
    ...(value.hasOuterSpace ? ['white space around it'] : []),
    ...(value.hasLineEnd ? ['holds a line end'] : []),
    ...(value.quotedBy === null ? [] : ['in quotation marks']),
    ...(value.literalReferences.length === 0 ? [] : [`not filled in: ${value.literalReferences.join(', ')}`]),
    ...(value.jwt === null
      ? []
      : [
          `token of ${value.jwt.issuer ?? 'no issuer'} for ${value.jwt.audience.join(', ') || 'no audience'}, scopes ${value.jwt.scopes.join(' ') || 'none'}`,
        ]),
  ].join('; ');
