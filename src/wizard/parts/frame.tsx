import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {DRAWN, type Line, type Span} from './line.ts';

/** Draws lines that were made to fit; cuts rather than wraps where the terminal shrank meanwhile. */
export const Frame = ({lines}: {readonly lines: readonly Line[]}): ReactNode => (
  <Box flexDirection="column" paddingLeft={1}>
    {lines.map((spans, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line of the screen is its place
      <Text key={index} wrap="truncate-end">
        {spans.length === 0 ? ' ' : spans.map((span, at) => draw(span, at))}
      </Text>
    ))}
  </Box>
);

const draw = (span: Span, key: number): ReactNode => (
  <Text key={key} bold={span.bold ?? false} dimColor={span.dim ?? false} {...colorOf(span)}>
    {span.text}
  </Text>
);

const colorOf = ({color}: Span): {readonly color?: string} => {
  const drawn = color === undefined ? null : DRAWN[color];
  return drawn === null ? {} : {color: drawn};
};
