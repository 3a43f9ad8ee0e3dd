import fs from 'node:fs';
import path from 'node:path';
import {type AWorld, aWorld, serverScript} from './a-world.ts';
import {openHttp} from './loopback.ts';
import {anyOf, FORMS, leakFinder} from './secret-families.ts';
import {
  few,
  inLanes,
  type Outcome,
  randomOf,
  runToEnd,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';
import {wizardBytes} from './wizard-bytes.ts';

/** Prints each secret in each form on stderr, then works, or dies. */
const talker = (secrets: readonly string[], isDying: boolean): string => {
  const words = secrets.flatMap((secret) => Object.values(FORMS).map((form) => form(secret)));
  const says = `for (const word of ${JSON.stringify(words)}) { const parts = word.split('|CHUNK|'); for (const part of parts) require('fs').writeSync(2, part); require('fs').writeSync(2, '\\n'); }`;
  return isDying ? `${says}; process.exit(3)` : serverScript(says);
};

type Planted = ReturnType<typeof anyOf>;

/** So many secrets for each home: eight for each set of servers. */
const SETS = 10;

const COMMANDS: readonly (readonly string[])[] = [
  ['list'],
  ['list', '--json'],
  ['check', '--yes', '--timeout', '4000'],
  ['check', '--yes', '--timeout', '4000', '--json'],
  ['check', '--yes', '--timeout', '4000', '--format', 'markdown'],
  ['check', '--yes', '--timeout', '4000', '--format', 'sarif'],
  ['fix', 'mended0', '--yes', '--timeout', '4000'],
  ['log', 'export'],
  ['log', 'list', '--json'],
  ['undo', '--json'],
];

/** What is kept, but for the backups, which may hold what the file held. */
const storeOf = (folder: string): string =>
  fs
    .readdirSync(folder, {withFileTypes: true})
    .map((item) => {
      const full = path.join(folder, item.name);
      if (item.isDirectory()) return item.name === 'backups' ? '' : storeOf(full);
      return item.isFile() ? `${item.name}\n${fs.readFileSync(full, 'utf8')}` : '';
    })
    .join('\n');

/** One set of servers for eight secrets, each in a place of its own; all of them are printed back by two servers. */
const serversOf = (world: AWorld, secrets: readonly string[], n: number, port: number): Record<string, object> => {
  const [env = '', arg = '', glued = '', header = '', query = '', , password = '', file = ''] = secrets;
  const given = {
    MY_TOKEN: env,
    A_SECRET: arg,
    B_SECRET: glued,
    C_SECRET: header,
    D_KEY: query,
    [`SHELL_TOKEN_${n}`]: `\${SHELL_TOKEN_${n}}`,
    DB_PASSWORD: password,
    FILE_TOKEN: file,
  };
  const node = process.execPath;
  return {
    [`dies${n}`]: {
      command: node,
      args: ['-e', 'eval(process.env.WORDS_SCRIPT)', '--api-key', arg, `--token=${glued}`],
      env: {MY_TOKEN: env, WORDS_SCRIPT: ''},
    },
    [`mended${n}`]: {command: 'nodee', args: ['x.mjs', '--password', arg], env: {SECRET_KEY: env}},
    [`far${n}`]: {
      type: 'http',
      url: `http://127.0.0.1:${port}/mcp?api_key=${encodeURIComponent(query)}`,
      headers: {Authorization: `Bearer ${header.replaceAll(' ', '-')}`},
    },
    [`pg${n}`]: {
      command: node,
      args: ['-e', 'process.exit(1)', `postgres://app:${encodeURIComponent(password)}@db.example/x`],
    },
    [`works${n}`]: {command: node, args: [world.write(`works${n}.cjs`, talker(secrets, false))], env: given},
    [`speaks${n}`]: {command: node, args: [world.write(`dies${n}.cjs`, talker(secrets, true))], env: given},
  };
};

/** Many sets in one home: a run of the program costs more than a server. Answers the variables of the shell. */
const plant = (world: AWorld, sets: readonly Planted[], port: number): Record<string, string> => {
  const values = sets.map((secrets) => secrets.map(([, secret]) => secret));
  world.write('project/.env', values.map((set, n) => `MY_API_KEY_${n}=${set[7]}\n`).join(''));
  world.write('home/.claude.json', {
    mcpServers: Object.assign({}, ...values.map((set, n) => serversOf(world, set, n, port))),
  });
  return Object.fromEntries(values.map((set, n) => [`SHELL_TOKEN_${n}`, set[5] ?? '']));
};

const run = async (options: TrialOptions): Promise<Outcome> => {
  const echo = await openHttp((request, response, body) => {
    response.writeHead(401, {
      'content-type': 'application/json',
      'x-echo': String(request.headers.authorization),
      'www-authenticate': `Bearer error="invalid_token", error_description="${String(request.headers.authorization)}"`,
    });
    response.end(JSON.stringify({error: `bad ${request.headers.authorization} for ${request.url} with ${body}`}));
  });
  const sets = scaled(250, options);
  const wrong: string[] = [];
  const random = randomOf(options.seed);
  const planted = Array.from({length: Math.ceil(sets / SETS)}, (_, index) =>
    Array.from({length: Math.min(SETS, sets - index * SETS)}, () => anyOf(random, 8)),
  );
  let outputs = 0;
  let masks = 0;
  await inLanes(planted, 2, (inOneHome) =>
    withFolder(async (dir) => {
      const world = aWorld(dir);
      const env = {...world.env, ...plant(world, inOneHome, echo.port)};
      const leaksIn = leakFinder(inOneHome.flat());
      const look = (sink: string, text: string): void => {
        outputs += 1;
        masks += text.split('[secret:').length - 1;
        for (const {family, at} of leaksIn(text))
          wrong.push(`${sink}: ${family}: ${JSON.stringify(text.slice(Math.max(0, at - 70), at + 30))}`);
      };
      const commands = options.scale < 0.05 ? COMMANDS.filter((_, index) => [1, 3, 6, 7].includes(index)) : COMMANDS;
      for (const args of commands) {
        const ran = await runToEnd([process.execPath, options.program, ...args], {cwd: world.project, env});
        look(args.join(' '), `${ran.out}\n${ran.err}`);
      }
      look('the screens', await wizardBytes(options, {...world, env}, {columns: 200, name: 'xterm'}));
      for (const folder of ['.local', '.config'])
        if (fs.existsSync(path.join(world.home, folder))) look('the store', storeOf(path.join(world.home, folder)));
    }),
  );
  await echo.close();
  // Where nothing was masked, nothing was tried.
  if (masks < sets * 20) wrong.push(`only ${masks} masks`);
  return {
    figures: `${(sets * 8).toLocaleString('en')} secrets of 25 families in 8 places, printed back in ${Object.keys(FORMS).length} forms, ${outputs} outputs (commands, screens, store): ${wrong.length} with eight of their characters, ${masks.toLocaleString('en')} masks`,
    wrong: few(wrong),
  };
};

export const r13: Trial = {promise: 'R13', title: 'no secret in any output', run};
