import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const dataFromNewerVersion = defineSaidFailure({
  id: 'data-from-newer-version',
  title: 'The stored data is from a newer version of the server',
  patterns: [
    /(?:schema|database|data|file|index|store|format)[^\n]{0,40}? version:? (?<have>\d[\w.]*)[^\n]{0,20} (?:is |was )?(?:newer|higher|greater|too new)[^\n]*/i,
    /(?:created|written|saved|upgraded) (?:by|with) a (?:newer|later|more recent) version[^\n]*/i,
    /unsupported (?:file|schema|database|data) (?:format|version)[^\n]{0,20}?\(?(?<have>\d[\w.]*)[^\n]*/i,
  ],
  confidence: 'likely',
  remedies: [
    'Update the server to the version that wrote the data',
    'Give this version a data file or folder of its own',
  ],
  cause: ({match, groups}) =>
    `The server finds data that a newer version of it has written${groups['have'] === undefined ? '' : ` (${groups['have']})`}, and cannot read it: "${clip(match, 200)}".`,
  fixes: () => [
    advise(
      'update-server',
      'Update the server to the newer version, the one that wrote the data (another client may already start it)',
    ),
    advise(
      'own-data',
      'Or give this version a data file or folder of its own; keep the old one, nothing has to be deleted',
    ),
  ],
});
