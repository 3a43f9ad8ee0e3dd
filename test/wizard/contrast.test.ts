import {expect, test} from 'vitest';
import {DRAWN} from '../../src/wizard/parts/line.ts';

/** The usual palettes, as their makers publish them: ground, text, and the eight colours that programs may name. */
const PALETTES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'xterm, dark': {ground: '000000', text: 'e5e5e5', red: 'cd0000', green: '00cd00', cyan: '00cdcd'},
  'xterm, light': {ground: 'ffffff', text: '000000', red: 'cd0000', green: '00cd00', cyan: '00cdcd'},
  'Windows Terminal, Campbell': {ground: '0c0c0c', text: 'cccccc', red: 'c50f1f', green: '13a10e', cyan: '3a96dd'},
  'Windows Terminal, One Half Light': {
    ground: 'fafafa',
    text: '383a42',
    red: 'e45649',
    green: '50a14f',
    cyan: '0997b3',
  },
  'macOS Terminal, Basic dark': {ground: '000000', text: 'ffffff', red: 'c23621', green: '25bc24', cyan: '33bbc8'},
  'macOS Terminal, Basic light': {ground: 'ffffff', text: '000000', red: 'c23621', green: '25bc24', cyan: '33bbc8'},
  'Solarized dark': {ground: '002b36', text: '839496', red: 'dc322f', green: '859900', cyan: '2aa198'},
  'Solarized light': {ground: 'fdf6e3', text: '657b83', red: 'dc322f', green: '859900', cyan: '2aa198'},
  'VS Code, dark': {ground: '1e1e1e', text: 'cccccc', red: 'cd3131', green: '0dbc79', cyan: '11a8cd'},
};

/** WCAG 2: relative luminance of an sRGB colour. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const worst = (color: string): number =>
  Math.min(...Object.values(PALETTES).map((palette) => contrast(palette[color] ?? '', palette['ground'] ?? '')));

test('the sum itself', () => {
  expect(contrast('000000', 'ffffff')).toBeCloseTo(21, 5);
  expect(contrast('777777', 'ffffff')).toBeCloseTo(4.48, 2);
});

test('what is drawn in a colour reaches 3:1 on every ground; what does not is drawn without', () => {
  for (const [role, color] of Object.entries(DRAWN)) {
    if (color === null) expect(worst(role), role).toBeLessThan(3);
    else expect(worst(color), color).toBeGreaterThanOrEqual(3);
  }
  expect(worst('text')).toBeGreaterThanOrEqual(3);
});
