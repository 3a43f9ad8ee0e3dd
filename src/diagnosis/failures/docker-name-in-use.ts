import {advise, argumentsOf, removeArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const dockerNameInUse = defineSaidFailure({
  id: 'docker-name-in-use',
  class: 'config',
  title: 'Another container has the same name',
  patterns: [
    /Conflict\. The container name "\/?(?<name>[^"]+)" is already in use/,
    /name "(?<name2>[^"]+)" is already in use by container/,
    /the container name "(?<name3>[^"]+)" is already in use/,
  ],
  remedies: ['Remove "--name" from "args", so that each start gets a name of its own', 'Remove the old container'],
  cause: ({groups}) =>
    `A container named "${groups['name'] ?? ''}" is already there, from another session or an earlier run, and the arguments fix that name.`,
  fixes: ({groups}, evidence) => {
    const args = argumentsOf(evidence);
    const at = args.findIndex((word) => word === `--name=${groups['name'] ?? ''}`);
    return [
      at < 0
        ? advise(
            'remove-name',
            `Remove "--name" and "${groups['name'] ?? ''}" from "args", so that each start gets a name of its own`,
          )
        : removeArgument(evidence, at, `Remove "${args[at] ?? ''}" from "args"`),
      advise(
        'remove-container',
        `Or remove the old container, if nothing in it is needed: docker rm ${groups['name'] ?? ''}`,
      ),
    ];
  },
});
