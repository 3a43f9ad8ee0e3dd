import {seen} from '../../model/evidence.ts';
import {advise, setArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const npmVersionNotFound = defineSaidFailure({
  id: 'npm-version-not-found',
  class: 'config',
  title: 'The package has no such version',
  patterns: [
    /npm (?:error|ERR!) notarget No matching version found for (?<spec>\S+?)\.?(?:\s|$)/m,
    /No matching version found for (?<spec2>\S+)/,
    /npm (?:error|ERR!) code ETARGET/,
    /ERR_PNPM_NO_MATCHING_VERSION/,
  ],
  remedies: ['Write a version that exists behind the @ in "args", or leave the version out'],
  cause: ({groups}, evidence) =>
    `The registry has no version that fits "${groups['spec'] ?? seen(evidence, 'command')?.package?.spec ?? 'the one in "args"'}".`,
  fixes: (_, evidence) => {
    const look = seen(evidence, 'command')?.package;
    return look == null
      ? [advise('correct-version', 'Write a version that exists behind the @ in "args"')]
      : [
          setArgument(
            evidence,
            look.argIndex,
            `${look.name}@latest`,
            `Set the package in "args" to "${look.name}@latest"`,
          ),
        ];
  },
});
