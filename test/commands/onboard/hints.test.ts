import path from 'node:path';
import {expect, test} from 'vitest';
import {namesInFile, readProjectTexts} from '../../../src/commands/onboard/hints.ts';
import {tempHome} from '../../helpers/temp-home.ts';

test('where a value comes from: comments of the example file, and sentences of the readme', async () => {
  const world = tempHome();
  world.write(
    'project/.env.example',
    [
      '# Weather',
      '',
      '# Make a token at https://weather.example/tokens',
      '# (free plan)',
      'WEATHER_TOKEN=',
      'export NOTES_KEY=abc # ask the team lead',
      'BARE=',
      '',
    ].join('\n'),
  );
  world.write(
    'project/README.md',
    [
      '# Weather',
      '- `SEARCH_KEY`: your key from https://search.example/keys',
      'Set **LINKED_KEY** to the key that you find here:',
      '',
      'https://linked.example/',
      '```sh',
      'export BARE=1',
      'NOT_SEARCH_KEY is something else entirely',
      '```',
    ].join('\n'),
  );
  world.write('project/deep/README.md', 'Set DEEP_KEY to the value from the wiki page');
  const texts = await readProjectTexts([world.project, world.project]);
  expect(texts.exampleNames).toEqual(['WEATHER_TOKEN', 'NOTES_KEY', 'BARE']);
  expect(texts.hintsFor('WEATHER_TOKEN')).toEqual([
    '.env.example: Make a token at https://weather.example/tokens (free plan)',
  ]);
  expect(texts.hintsFor('NOTES_KEY')).toEqual(['.env.example: ask the team lead']);
  expect(texts.hintsFor('SEARCH_KEY')).toEqual(['README.md: SEARCH_KEY : your key from https://search.example/keys']);
  expect(texts.hintsFor('LINKED_KEY')).toEqual([
    'README.md: Set LINKED_KEY to the key that you find here: https://linked.example/',
  ]);
  // A line of shell says nothing, a longer name is another one, and folders below are not read.
  expect(texts.hintsFor('BARE')).toEqual([]);
  expect(texts.hintsFor('SEARCH')).toEqual([]);
  expect(texts.hintsFor('DEEP_KEY')).toEqual([]);
});

test('a secret that somebody left in the example, and terminal codes, are not repeated', async () => {
  const world = tempHome();
  const secret = `ghp_${'aB3'.repeat(12)}`;
  world.write('project/.env.example', `# like ${secret} \u001b[31mred\u0007\nGITHUB_TOKEN=\n`);
  const [hint = ''] = (await readProjectTexts([world.project])).hintsFor('GITHUB_TOKEN');
  expect(hint).toMatch(/^\.env\.example: like \[secret/);
  expect(hint).not.toContain(secret);
  expect(hint).not.toMatch(/[\u0000-\u001f]/);
});

test('a folder that is not there, and a file that is too large, say nothing', async () => {
  const world = tempHome();
  world.write('project/README.md', `${'x'.repeat(300_000)}\nSet BIG_KEY to your key from https://big.example/\n`);
  const texts = await readProjectTexts([world.project, path.join(world.dir, 'nowhere')]);
  expect(texts.hintsFor('BIG_KEY')).toEqual([]);
});

test('names that a script mentions, as whole words', async () => {
  const world = tempHome();
  const file = world.write('server.py', 'key = os.environ["NOTES_KEY"]\nx = MY_OTHER_KEY\n');
  expect(await namesInFile(file, ['NOTES_KEY', 'OTHER_KEY', 'NOTES'])).toEqual(['NOTES_KEY']);
  expect(await namesInFile(path.join(world.dir, 'none.py'), ['NOTES_KEY'])).toEqual([]);
});
