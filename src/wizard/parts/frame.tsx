import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {Line, Span} from './line.ts';

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
  <Text
    key={key}
    bold={span.bold ?? false}
    dimColor={span.dim ?? false}
    {...(span.color === undefined ? {} : {color: span.color})}
  >
    {span.text}
  </Text>
);
