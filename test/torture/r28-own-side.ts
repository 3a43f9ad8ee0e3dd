import {bundled} from './bundled.ts';
import {FAULTS, type Fault} from './own-side/index.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

interface Heard {
  readonly status: string;
  readonly root: string | null;
  readonly cause: string;
}

/** Findings that speak of our own side, or openly leave it open on which side the trouble is. */
const NOT_BLAMING =
  /^(?:own-|proxy-|dns-|hosts-file-|ip-family-|tls-intercepted$|tls-unknown-issuer$|tls-failed$|captive-portal$|host-not-found$|host-unreachable$|connection-reset$|answer-truncated$|rate-limited$|gateway-error$|briefly-unavailable$|extra-ca-unreadable$)/;
const BLAMING =
  /\bserver (?:itself )?(?:is (?:stuck|down|broken|overloaded)|crashe[ds]|cannot serve)\b(?!.*\b(?:proxy|firewall|gateway)\b)/i;

const heard = (out: string): Heard => {
  const report: {
    readonly servers: readonly {
      readonly status: string;
      readonly findings: readonly {readonly id: string; readonly cause: string}[];
    }[];
  } = JSON.parse(out);
  const [server] = report.servers;
  const [root] = server?.findings ?? [];
  return {status: server?.status ?? 'missing', root: root?.id ?? null, cause: root?.cause ?? ''};
};

const isExact = (fault: Fault, {status, root}: Heard): boolean =>
  root === null ? status === 'healthy' && fault.exact.includes('healthy') : fault.exact.includes(root);

const isBlamed = ({root, cause}: Heard): boolean => root !== null && (!NOT_BLAMING.test(root) || BLAMING.test(cause));

const run = async (options: TrialOptions): Promise<Outcome> => {
  const alone = ['unshare', '-n', '-m'];
  const probe = await runToEnd([...alone, 'ip', 'link', 'set', 'lo', 'up']).catch(() => null);
  if (probe?.code !== 0) return {figures: '', wrong: [], notRun: 'no network namespace can be made here'};
  const wrong: string[] = [];
  const told = {blamed: 0, exact: 0, slowest: 0};
  const chosen = sample(randomOf(options.seed), [...FAULTS.keys()], scaled(FAULTS.length, options));
  await withFolder(async (folder) => {
    const stage = await bundled(options.root, 'test/torture/programs/own-side.ts', folder);
    await inLanes(chosen, 2, (index) =>
      withFolder(async (dir) => {
        const fault = FAULTS[index];
        if (fault === undefined) return;
        const ran = await runToEnd([...alone, process.execPath, stage, String(index), options.program, dir]);
        if (ran.code !== 0)
          return void wrong.push(
            `${fault.name}: the stage ended with ${ran.code ?? ran.signal}: ${ran.err.slice(0, 300)}`,
          );
        const {out, err, code, ms} = JSON.parse(ran.out);
        told.slowest = Math.max(told.slowest, ms);
        if (fault.exact.includes('own-limit-reached') && /limit of this machine/.test(err)) {
          told.exact += 1;
          return;
        }
        if (!/^\s*\{/.test(out)) return void wrong.push(`${fault.name}: exit ${code}, no report: ${err.slice(0, 300)}`);
        const said = heard(out);
        if (isBlamed(said)) told.blamed += 1;
        if (isExact(fault, said)) told.exact += 1;
        if (isBlamed(said) || !isExact(fault, said))
          wrong.push(`${fault.name}: ${said.status} ${said.root ?? ''} ${said.cause.slice(0, 200)}`);
      }),
    );
  });
  return {
    figures: `${chosen.length} faults of our own side in front of a healthy server: ${told.blamed} blamed on the server, ${told.exact} named exactly; slowest ${told.slowest} ms`,
    wrong: few(wrong),
  };
};

export const r28: Trial = {promise: 'R28', title: 'a fault of our own side is not blamed on the server', run};
