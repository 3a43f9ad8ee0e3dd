import {advise, argumentsOf, removeArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const containerProgramMissing = defineSaidFailure({
  id: 'container-program-missing',
  class: 'config',
  title: 'The program is not in the container image',
  patterns: [
    /(?:OCI runtime|unable to start container process|runc)[^\n]*exec: \\?"(?<name>[^"\\]+)\\?"[^\n]*/,
    /executable file `(?<name>[^`\n]{1,120})` not found in \$PATH[^\n]*/,
  ],
  alsoKnownAs: [/exec: "(?<name2>npx|node|uvx|python3?)": executable file not found in \$PATH/],
  remedies: [
    'Use an image that has the program, or correct the words behind the image in "args"',
    'Connect to the server by URL instead',
  ],
  cause: ({groups}) => `The container starts, but there is no program "${groups['name'] ?? ''}" in its image.`,
  fixes: ({groups}, evidence) => {
    const at = argumentsOf(evidence).indexOf(groups['name'] ?? '');
    return [
      ...(at < 0
        ? []
        : [
            removeArgument(
              evidence,
              at,
              `Remove "${groups['name'] ?? ''}" from "args", so that the image runs its own program`,
            ),
          ]),
      advise('other-image', `Use an image that has "${groups['name'] ?? ''}"`),
    ];
  },
});
