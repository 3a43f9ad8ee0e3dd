import {dim, type Line, line, type Span, wrap} from './line.ts';

/** Words as a paragraph, indented. */
export const paragraph = (text: string | readonly Span[], width: number, indent = 0): readonly Line[] => {
  const spans = typeof text === 'string' ? [{text}] : text;
  const space = ' '.repeat(indent);
  return wrap(spans, width - indent).map((one) => (indent === 0 ? one : [{text: space}, ...one]));
};

/** 'label   text', the text beside the label where there is room, else below it. */
export const labelled = (label: string, text: string | readonly Span[], width: number, room = 12): readonly Line[] => {
  const spans = typeof text === 'string' ? [{text}] : text;
  if (width < 50) return [line(dim(label)), ...paragraph(spans, width, 2)];
  return wrap([dim(label.padEnd(room)), ...spans], width, room);
};
