import {newerNodeFixes, nodeOf} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';

export const oldNode = defineSaidFailure({
  id: 'old-node',
  title: 'The Node that runs the server is too old for it',
  patterns: [
    /SyntaxError: Unexpected token '?(?<feature>with|\?\.?|\?\?=?|\|\|=|&&=)'?$/m,
    /SyntaxError: (?:Unexpected (?<feature>private field|reserved word)|Invalid or unexpected token '?#)/,
    /(?:No such built-in module|Cannot find module|ERR_UNKNOWN_BUILTIN_MODULE\]?):? '?(?<feature>node:[\w/]+)/,
    /The requested module '(?<from>node:[\w/]+)' does not provide an export named '(?<feature>\w+)'/,
    /ReferenceError: (?<feature>File|fetch|Headers|Request|Response|FormData|Blob|performance|crypto|structuredClone|ReadableStream|TransformStream|WebSocket|AbortController|CustomEvent|navigator|globalThis) is not defined/,
    /TypeError: (?<feature>\S+\.(?:findLast|findLastIndex|toSorted|toReversed|replaceAll|hasOwn|withResolvers|groupBy|at|any|isDisjointFrom|try|parseArgs|styleText|getBuiltinModule)) is not a function/,
    /TypeError: (?<feature>fetch|crypto\.(?:getRandomValues|randomUUID|subtle\.\w+)) is not a function/,
    /The engine "node" is incompatible with this module\. Expected version "[^"\d]{0,10}(?<want>\d+)[^"]{0,40}"\. Got "(?<have>\d+\.\d+\.\d+)"/,
    /ERR_PNPM_UNSUPPORTED_ENGINE[^\n]*/,
    /(?:npm (?:error|ERR!) )?code EBADENGINE/,
    /npm (?:error|ERR!) notsup (?<feature>Unsupported engine[^\n]*|Not compatible[^\n]*)/,
    /[Rr]equires Node(?:\.js)?(?: version)?:? ?(?:>=|v|\^)? ?(?<want>\d+)/,
    /(?:You are (?:using|running)|[Cc]urrent version:?) Node(?:\.js)? ?v?(?<have>\d+\.\d+\.\d+)/,
    /Node(?:\.js)? (?:version )?v?(?<have>\d+\.\d+\.\d+) is (?:not supported|too old|unsupported)/,
    /SyntaxError: [^\n]{1,120}\n\s{1,20}at [^\n]{0,120}\((?<feature>internal\/modules\/[\w/]{1,40})\.js/,
    /You must supply a command\.(?=\s{1,10}Execute binaries from npm packages)/,
    /bad option: (?<feature>--(?:experimental-(?:strip-types|transform-types|sqlite|require-module|websocket|eventsource)|env-file(?:-if-exists)?|watch|run|use-system-ca|disable-warning|import|permission|test))\b/,
    /internal\/modules\/cjs\/loader\.js:\d+(?=[\s\S]*(?:Cannot find module 'node:|SyntaxError|import statement))/,
  ],
  alsoKnownAs: [
    /internal\/modules\/cjs\/loader\.js/,
    /require\(\) of ES modules is not supported/,
    /\b(?:File|fetch|Headers|performance|crypto) is not defined/,
  ],
  remedies: [
    'Set "command" to the absolute path of a current Node (20 or newer)',
    'Install a newer Node and make it the default',
  ],
  cause: ({groups, line}, evidence) => {
    const all = saidBy(evidence)
      .map(({text}) => text)
      .join('\n');
    const have = groups['have'] ?? nodeOf(evidence, all).version;
    const needs =
      groups['want'] === undefined
        ? `it uses ${groups['feature'] === undefined ? 'things' : `"${groups['feature']}"`}, which only newer versions know${sinceWhen(groups['feature'] ?? '') > 20 ? ` (Node ${sinceWhen(groups['feature'] ?? '')} and later)` : ''}`
        : `it requires Node ${groups['want']} or newer`;
    return `The server runs on Node${have === null ? '' : ` ${have}`}, which is too old for it: ${needs}. It says: "${clip(line)}".`;
  },
  when: (_, evidence) => {
    const all = saidBy(evidence)
      .map(({text}) => text)
      .join('\n');
    const {version} = nodeOf(evidence, all);
    return version === null || Number.parseInt(version, 10) < 24;
  },
  confidence: 'likely',
  fixes: ({groups}, evidence) =>
    newerNodeFixes(evidence, Math.max(20, Number(groups['want'] ?? sinceWhen(groups['feature'] ?? '')))),
});

/** The first release line in which a thing is there, where that is later than 20 (Node's documentation, "Added in"). */
const sinceWhen = (feature: string): number =>
  /^node:sqlite$|^(?:glob|globSync|WebSocket|getBuiltinModule|enableCompileCache|registerHooks)$|withResolvers|groupBy|isDisjointFrom|getBuiltinModule|strip-types|transform-types|experimental-sqlite|require-module|--run$|use-system-ca|env-file-if-exists|--permission$/.test(
    feature,
  )
    ? 22
    : 20;
