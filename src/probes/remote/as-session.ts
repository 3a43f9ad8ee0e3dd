import type {Answer as RpcAnswer, Session} from '../stdio/session.ts';
import {asParams, type Conversation, type Params, type Reply} from './conversation.ts';

/** A conversation over HTTP in the shape of a session on pipes, so that both say hello and list tools by the same code. */
interface RemoteSession extends Session {
  /** The replies so far, with the method that was asked. */
  readonly replies: () => readonly {readonly method: string; readonly reply: Reply}[];
}

/**
 * @param first the reply to `initialize` that was already given, so that a server is not initialized twice
 * @param retry asked after each reply: how long to wait before the same question is asked again, null for not at all
 */
export const asSession = (
  conversation: Conversation,
  first: Reply | null,
  retry: (reply: Reply, method: string) => Promise<boolean>,
  isStopped: () => boolean,
): RemoteSession => {
  const replies: {method: string; reply: Reply}[] = [];
  let known = first;
  let told: Promise<unknown> = Promise.resolve();
  const put = async (method: string, params: Params, until: number): Promise<RpcAnswer> => {
    await told;
    const given = method === 'initialize' ? known : null;
    known = null;
    let reply = given ?? (await conversation.ask(method, params, until));
    if (given === null && (await retry(reply, method))) reply = await conversation.ask(method, params, until);
    replies.push({method, reply});
    return reply.answer;
  };
  return {
    ask: (method, params, until) => put(method, asParams(params), until),
    notify: (method) => {
      told = conversation.tell(method);
    },
    say: () => undefined,
    hear: () => undefined,
    ended: () => undefined,
    during: () => 'idle',
    setPhase: () => undefined,
    wasStopped: () => isStopped(),
    hasHeard: () => replies.some(({reply}) => reply.status !== null),
    answeredLate: () => [],
    replies: () => replies,
  };
};
