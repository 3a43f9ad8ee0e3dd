import {seen} from '../../model/evidence.ts';
import {advise, argumentsOf, askArgument} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const dockerImageNotFound = defineSaidFailure({
  id: 'docker-image-not-found',
  class: 'config',
  title: 'The container image cannot be pulled',
  patterns: [
    /pull access denied for (?<image>[^\s,]+)/,
    /manifest for (?<image2>\S+) not found/,
    /(?:manifest unknown|name unknown|repository \S+ not found)[^\n]*/,
    /Unable to find image '(?<image3>[^']+)' locally[\s\S]{0,400}(?:denied|not found|unauthorized|unknown)/,
    /invalid reference format/,
    /short-name "(?<image4>[^"\n]{1,200})" did not resolve/,
  ],
  remedies: [
    'Correct the name or the tag of the image in "args"',
    'Sign in with docker login, if the image is private',
    'Build the image, if it is your own',
  ],
  cause: ({groups, line}, evidence) =>
    `Docker does not get the image "${groups['image'] ?? seen(evidence, 'command')?.package?.spec ?? 'in "args"'}": the name or tag does not exist, or it is private. It says: "${clip(line, 160)}".`,
  fixes: ({groups}, evidence) => {
    const at = argumentsOf(evidence).findIndex(
      (word) =>
        word === groups['image'] ||
        word.startsWith(`${groups['image'] ?? '\n'}:`) ||
        word === seen(evidence, 'command')?.package?.spec,
    );
    return [
      ...(at < 0 ? [] : [askArgument(evidence, at, 'name of the image', `Set the image in "args" to one that exists`)]),
      advise(
        'sign-in',
        'If the image is private: sign in with "docker login" in a terminal; if it is your own: build it with "docker build"',
      ),
    ];
  },
});
