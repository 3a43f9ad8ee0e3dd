import {seen} from '../../model/evidence.ts';
import {insertArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const npxNeedsYes = defineSaidFailure({
  id: 'npx-needs-yes',
  class: 'config',
  title: 'npx asks whether it may install, and nobody answers',
  patterns: [
    /npx canceled due to missing packages and no YES option/,
    /npm (?:error|ERR!) canceled/,
    /Need to install the following packages:[\s\S]{0,200}Ok to proceed\?/,
  ],
  remedies: ['Add "-y" as the first argument of npx'],
  cause: (_, evidence) =>
    `npx wants to ask whether it may install ${seen(evidence, 'command')?.package?.name ?? 'the package'}, and there is nobody to answer: "-y" is missing in "args".`,
  fixes: (_, evidence) => [insertArgument(evidence, 0, '-y', 'Add "-y" as first argument in "args"')],
});
