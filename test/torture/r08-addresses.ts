import {type Reach, reachOfAddress, reachOfHost} from '../../src/probes/remote/address.ts';
import {mayAsk} from '../../src/probes/remote/named-url.ts';
import {bundled} from './bundled.ts';
import {INNER, SPELLED} from './named-urls/inner-hosts.ts';
import {few, type Outcome, runToEnd, type Trial, type TrialOptions, withFolder} from './trial.ts';

const OUTER: readonly string[] = ['8.8.8.8', '1.1.1.1', '[2606:4700::1111]', '172.32.0.1', '100.128.0.1', 'x.example'];

/** What the two functions say that decide: by the text of a URL, and by the address behind a name. */
const byRule = (): Outcome => {
  const wrong: string[] = [];
  const configured = new URL('https://server.example/mcp');
  let unreadable = 0;
  const ask = (host: string, scheme: string, reach: Reach = 'public') => {
    const text = `${scheme}://${host}/x`;
    return URL.canParse(text) ? mayAsk(configured, {reach, addresses: []}, new URL(text)) : null;
  };
  for (const host of SPELLED) {
    for (const scheme of ['https', 'http']) {
      const permission = ask(host, scheme);
      if (permission === null) unreadable += 1;
      else if (permission.isAllowed) wrong.push(`${scheme}://${host}/ may be asked (${reachOfHost(host)})`);
    }
  }
  for (const host of OUTER) {
    const [secret, open] = [ask(host, 'https'), ask(host, 'http')];
    if (secret?.isAllowed !== true) wrong.push(`https://${host}/ may not be asked`);
    // A name that leads inside is caught at the socket.
    else if (INNER.some((address) => secret.check?.(address) !== false))
      wrong.push(`https://${host}/ may lead to an inner address`);
    if (open?.isAllowed === true) wrong.push(`http://${host}/ may be asked`);
  }
  for (const address of INNER)
    if (reachOfAddress(`::ffff:${address}`) === 'public') wrong.push(`::ffff:${address} counts as public`);
  return {
    figures: `${SPELLED.length} spellings of inner hosts, each with https and http: ${wrong.length} allowed (${unreadable} are no URL at all); ${OUTER.length} outer hosts asked by https alone, and at the socket by none of ${INNER.length} inner addresses`,
    wrong: few(wrong),
  };
};

/** The whole program on servers that name inner hosts, where a canary listens at every address there is. */
const inNamespace = async (options: TrialOptions): Promise<Outcome> => {
  const alone = ['unshare', '-n', '-m'];
  const probe = await runToEnd([...alone, 'ip', 'link', 'set', 'lo', 'up']).catch(() => null);
  if (probe?.code !== 0) return {figures: '', wrong: [], notRun: 'no network namespace can be made here'};
  return withFolder(async (dir) => {
    const stage = await bundled(options.root, 'test/torture/programs/named-urls.ts', dir);
    const words = [options.program, dir, String(options.scale), String(options.seed)];
    const ran = await runToEnd([...alone, process.execPath, stage, ...words], {limitMs: 3_600_000});
    if (ran.code === 0) return JSON.parse(ran.out);
    return {figures: '', wrong: [`the stage ended with ${ran.code ?? ran.signal}: ${ran.err.slice(0, 600)}`]};
  });
};

const run = async (options: TrialOptions): Promise<Outcome> => {
  const rule = byRule();
  const {figures, wrong, notRun} = await inNamespace(options);
  return {
    figures: figures === '' ? rule.figures : `${rule.figures}; ${figures}`,
    wrong: [...rule.wrong, ...wrong],
    ...(notRun === undefined ? {} : {notRun}),
  };
};

export const r08: Trial = {
  promise: 'R8',
  title: 'a URL that a server names is asked only when it is https and public',
  run,
};
