import {type Evidence, seen} from '../../model/evidence.ts';
import {type Parting, partedBy, someOf} from './parting.ts';

/** How the two speak with the server, and what it answers them. */
export const speechWays = (a: Evidence, b: Evidence): readonly Parting[] => [...ruleWays(a, b), ...answerWays(a, b)];

const ruleWays = (a: Evidence, b: Evidence): readonly Parting[] => {
  const [one, other] = [seen(a, 'entry')?.rules, seen(b, 'entry')?.rules];
  if (one === undefined || other === undefined || one.client === other.client) return [];
  const seconds = (ms: number | null): string => (ms === null ? 'no known limit' : `${ms / 1000} s`);
  const most = (count: number | null): string => (count === null ? 'no known limit' : String(count));
  return [
    ...partedBy(
      'handshake',
      'how long it waits for the start',
      seconds(one.startTimeoutMs),
      seconds(other.startTimeoutMs),
      {
        names: ['gives up', 'slower', 'slow', 'time limit'],
        isUsual: true,
      },
    ),
    ...partedBy('handshake', 'the eras of MCP that it speaks', one.eras.join(' and '), other.eras.join(' and '), {
      names: ['modern', 'legacy', 'era'],
      isUsual: true,
    }),
    ...partedBy('tools', 'how many tools it takes', most(one.maxTools), most(other.maxTools), {
      names: ['tools'],
      isUsual: true,
    }),
  ];
};

const answerWays = (a: Evidence, b: Evidence): readonly Parting[] => {
  const [one, other] = [seen(a, 'handshake'), seen(b, 'handshake')];
  const hello =
    one?.version == null || other?.version == null
      ? []
      : [
          ...partedBy('handshake', 'the version of MCP', one.version, other.version, {
            names: ['version'],
          }),
          ...partedBy('handshake', 'the server that answers', serverText(one), serverText(other)),
        ];
  const [toolsA, toolsB] = [seen(a, 'tools'), seen(b, 'tools')];
  if (toolsA === undefined || toolsB === undefined) return hello;
  const only = (some: readonly string[], others: readonly string[]): string => {
    const missing = some.filter((name) => !others.includes(name));
    return missing.length === 0 ? '' : `; only here: ${someOf(missing)}`;
  };
  return [
    ...hello,
    ...partedBy(
      'tools',
      'the tools',
      `${toolsA.count} tools${only(toolsA.names, toolsB.names)}`,
      `${toolsB.count} tools${only(toolsB.names, toolsA.names)}`,
      {names: ['tools']},
    ),
  ];
};

const serverText = (one: {readonly serverName: string | null; readonly serverVersion: string | null}): string =>
  one.serverName === null ? 'no answer' : `${one.serverName} ${one.serverVersion ?? ''}`.trim();
