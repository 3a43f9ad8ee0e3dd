import type {Client} from '../client.ts';
import {configFile, rulesOf, STANDARD_READING} from '../rules.ts';
import {claudeDesktopExtensions} from './claude-desktop-extensions.ts';

/** The folder of the package from the Microsoft Store; that build reads and writes its settings there. */
const STORE_PACKAGE = ['Packages', 'Claude_pzs8sxrjxfjjc', 'LocalCache', 'Roaming', 'Claude'];

export const claudeDesktop: Client = {
  id: 'claude-desktop',
  name: 'Claude Desktop',
  rules: rulesOf('claude-desktop', 'Claude Desktop', {
    urlWithoutType: 'unsupported',
    remote: false,
    environment: {kind: 'sdk', names: [], drops: [], adds: {}},
    pathSource: 'gui',
    startTimeoutMs: 60_000,
    reload: 'Quit Claude Desktop fully (from the tray or the menu bar, not only its window), then start it again.',
  }),
  reading: {...STANDARD_READING, envValues: 'strings'},
  files: ({appData, home, host, localAppData}) => [
    ...configFile(localAppData(...STORE_PACKAGE, 'claude_desktop_config.json'), 'user-msix'),
    ...configFile(appData('Claude', 'claude_desktop_config.json'), 'user'),
    ...(host.platform === 'darwin'
      ? configFile(home('Library', 'Application Support', 'Claude-3p', 'claude_desktop_config.json'), 'user-3p')
      : []),
  ],
  delivered: claudeDesktopExtensions,
  precedence: ['user-msix', 'user'],
  judge: null,
};
