import {render} from 'ink-testing-library';
import {expect, test} from 'vitest';
import {Frame} from '../../src/wizard/parts/frame.tsx';
import {bold, EMPTY, line, tint} from '../../src/wizard/parts/line.ts';

const long = 'word '.repeat(60).trim();

test('a line that is too long is cut, not wrapped; an empty line keeps its place', () => {
  const {lastFrame, unmount} = render(
    <Frame lines={[line(bold('Which server?')), EMPTY, line(tint('red', '✗'), ' ', long)]} />,
  );
  const lines = (lastFrame() ?? '').split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toBe(' Which server?');
  expect(lines[1]?.trim()).toBe('');
  expect(lines[2]).toMatch(/^ ✗ word .*…$/);
  expect(lines[2]?.length).toBeLessThanOrEqual(100);
  unmount();
});
