// What is played for the pictures: wait for words, take a picture, press a key.
import fs from 'node:fs';
import path from 'node:path';

const ENTER = '\r';

/** The practice set-up: one repair, from the list to the record. */
const repair = {
  args: ['demo'],
  steps: [
    {
      when: /› ✗ tasks/,
      keys: 'notes',
      picture: 'which-server',
      alt: 'The list of servers by client: tasks is broken, the others were not looked at yet',
    },
    {when: /› \? notes/, keys: ENTER},
    {
      when: /May I start this\?/,
      keys: 'y',
      picture: 'may-i-start-this',
      alt: 'The question before a program is started, with the whole command',
    },
    {
      when: /It comes as far as/,
      keys: ENTER,
      picture: 'what-happens',
      alt: 'Eight steps of a connection as a ladder: it stops at finding the program',
    },
    {when: /word for word/, keys: ENTER, picture: 'the-exact-error', alt: 'The exact error, word for word'},
    {
      when: /How sure/,
      keys: ENTER,
      picture: 'what-is-wrong',
      alt: 'What is wrong: the command is misspelt, with the evidence and how sure it is',
    },
    {when: /One thing at a time/, keys: ENTER},
    {
      when: /Press y to write it/,
      keys: 'y',
      picture: 'one-change',
      alt: 'The one change as a diff: nodee becomes node; nothing else in the file changes',
    },
    {
      when: /A real client/,
      keys: ENTER,
      picture: 'does-it-work-now',
      alt: 'Before and after side by side: the server works, and a real client lists its tools',
    },
    {when: /Title/, keys: ENTER},
    {
      when: /the fix is written down/,
      keys: 'q',
      picture: 'saved',
      alt: 'The fix is written down, with a record to share',
    },
  ],
};

/** A cloned project whose servers need a variable and an approval. */
const onboard = {
  args: ['onboard'],
  prepare: (folder) => {
    const write = (file, text) => {
      fs.mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
      fs.writeFileSync(path.join(folder, file), typeof text === 'string' ? text : `${JSON.stringify(text, null, 2)}\n`);
    };
    write('home/.claude.json', {});
    write('weather-app/.env.example', '# Get one at https://weather.example/tokens\nWEATHER_TOKEN=\n');
    write('weather-app/package.json', {name: 'weather-app', engines: {node: '>=20'}});
    write('weather-app/server.mjs', '');
    const env = {WEATHER_TOKEN: ['$', '{WEATHER_TOKEN}'].join('')};
    write('weather-app/.mcp.json', {mcpServers: {weather: {command: 'node', args: ['server.mjs'], env}}});
  },
  steps: [
    {when: /Press Enter to go through/, keys: ENTER},
    {
      when: /Where from/,
      keys: '\u001b',
      picture: 'onboard',
      alt: 'A variable is missing: where to get it, and the file of your own into which it goes',
    },
    {when: /The approval/, keys: 'q'},
  ],
};

export const SCENES = [repair, onboard];
