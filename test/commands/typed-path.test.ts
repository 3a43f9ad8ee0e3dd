import {expect, test} from 'vitest';
import {fileNamed} from '../../src/commands/request/opened-request.ts';

const person = {cwd: '/work/shop', home: '/home/ada'};

test.each([
  ['body.json', '/work/shop/body.json'],
  ['../body.json', '/work/body.json'],
  ['~/body.json', '/home/ada/body.json'],
  ["'/tmp/a b.json' ", '/tmp/a b.json'],
  ['~ada/body.json', '/work/shop/~ada/body.json'],
])('%s is seen from where the person is', (text, file) => expect(fileNamed(text, {person})).toBe(file));
