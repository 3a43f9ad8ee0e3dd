import fs from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {tempHome} from '../helpers/temp-home.ts';
import {endServersAfterwards, startHttp} from '../servers/http-server.ts';
import {fiveServers, requestOf, TOKENS} from '../servers/request-servers.ts';
import {type Journey, KEYS, openJourney, twoBroken, until} from './journey.ts';

const {enter, escape: esc, up} = KEYS;
endServersAfterwards();

const toRequest = async (journey: Journey, name: string): Promise<void> => {
  await journey.waitFor('2 servers');
  journey.press('\u001b[F');
  await journey.when('› Look at everything again', up);
  await journey.when('› An API request file', enter);
  await journey.waitFor('Type the path of a file');
  journey.type(name);
  await journey.when(`${name}▏`, enter);
};

/** Every address may be called now, and none was. */
const askedFirst = (journey: Journey): Promise<void> =>
  until(() => {
    const screen = journey.screen();
    return screen.includes('not looked at yet.') && !screen.includes('private addresses') && /→ Press g /.test(screen);
  }, 'nothing was asked');

test('a request file: its servers with their marks, the ladder of one, and a copy without those that fail', async () => {
  const world = tempHome();
  twoBroken(world);
  const [notes, search, mail] = (await fiveServers({welcomesAll: true})).servers;
  if (notes === undefined || search === undefined || mail === undefined) throw new Error('no servers');
  const file = world.write('project/body.json', requestOf([notes, search, mail]));
  const before = fs.readFileSync(file);
  const journey = openJourney(world);
  await toRequest(journey, 'body.json');
  // The API would reach none of these by itself; they are asked only when the person says that they are a gateway's.
  await journey.when('include private addresses', 'i');
  await askedFirst(journey);
  journey.press('g');
  await journey.waitFor('May I call these?');
  for (const {url} of [notes, search, mail]) expect(journey.screen()).toContain(String(url));
  expect(journey.screen()).toContain('Sends Authorization');
  journey.press('y');
  await journey.waitFor(/3 servers: 2 broken, 1 with a warning\.\s+One server that fails/);
  expect(journey.screen()).toMatch(/✗ search +\S/);
  expect(journey.screen()).toMatch(/✗ mail +Nothing listens .*\n +No program on this machine listens/);

  await journey.when(/› ! notes|› ✗ search/, KEYS.down);
  await journey.when(/› ✗ search/, enter);
  await journey.when('stops there', enter);
  await journey.when('word for word', esc);
  await journey.when('stops there', esc);
  await journey.when('save it without those that fail', 's');
  await journey.when('body.without-failing.json▏', enter);
  await journey.waitFor(/Written to .*, without search, mail\./);
  const copy = path.join(world.project, 'body.without-failing.json');
  expect(fs.statSync(copy).mode & 0o777).toBe(0o600);
  const made: unknown = JSON.parse(fs.readFileSync(copy, 'utf8'));
  expect(made).toMatchObject({mcp_servers: [{name: 'notes'}], tools: [{name: 'own'}, {mcp_server_name: 'notes'}]});

  // A name that is taken, also the request's own, is refused.
  journey.press('s');
  await journey.when('body.without-failing.json▏', enter);
  await journey.waitFor(/already\. Type\s+another name\./);
  for (let n = 0; n < '.without-failing.json'.length; n += 1) journey.press(KEYS.backspace);
  journey.type('.json');
  await journey.when('project/body.json▏', enter);
  await journey.waitFor(/body\.json already\. Type\s+another name\./);
  expect(fs.readFileSync(file)).toEqual(before);
  journey.press(esc);
  await journey.when('save it without those that fail', 'q');
  expect((await journey.exited).code).toBe(0);
  for (const token of Object.values(TOKENS)) expect(journey.raw()).not.toContain(token);
});

test('nothing is sent without a yes; a file that is none, and one that is wrong, are told', async () => {
  const world = tempHome();
  twoBroken(world);
  let asked = 0;
  const server = await startHttp((_request, response) => {
    asked += 1;
    response.end();
  });
  world.write('project/one.json', requestOf([{type: 'url', url: `${server.origin}/mcp`, name: 'one'}]));
  world.write('project/half.json', '{"mcp_servers": [');
  const journey = openJourney(world);
  await toRequest(journey, 'nowhere.json');
  await journey.waitFor(/There is no file .*nowhere\.json/);
  for (let n = 0; n < 'nowhere.json'.length; n += 1) journey.press(KEYS.backspace);
  journey.type('half.json');
  await journey.when('half.json▏', enter);
  await journey.waitFor('The request names no MCP server that could be asked.');
  expect(journey.screen()).toMatch(/✗ \S/);
  journey.press(esc);
  await toRequest(journey, 'one.json');
  await journey.when('include private addresses', 'i');
  await askedFirst(journey);
  journey.press('g');
  await journey.when('May I call these?', enter);
  await journey.when('I show you every address first', enter);
  await journey.when('May I call this?', esc);
  await journey.waitFor('Which server fails?');
  journey.press(esc);
  await journey.when('3 servers', esc);
  expect((await journey.exited).code).toBe(0);
  expect(asked).toBe(0);
});
