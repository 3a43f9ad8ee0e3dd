import {seen} from '../../model/evidence.ts';
import {advise, setCommand} from '../facts/launch-fixes.ts';
import {fileName} from '../facts/launch-runtime.ts';
import {troubleOf} from '../facts/launch-trouble.ts';
import {clip, saidBy} from '../facts/stderr-lines.ts';
import {defineFailure} from '../failure.ts';

export const snapConfinedProgram = defineFailure({
  id: 'snap-confined-program',
  class: 'runtime',
  step: 'launch',
  title: 'A snap or flatpak program may not run there',
  severity: 'error',
  waitingHelps: false,
  needs: ['launch'],
  signatures: [
    {
      match:
        /\/snap\/bin\/(?<command>\S+).{0,80}[Pp]ermission denied|MCP startup failed: Permission denied \(os error 13\)|snap-confine|cannot (?:create|open) .{0,40}snap\b/,
      confidence: 'certain',
    },
  ],
  remedies: [
    'Use a uv (or other program) that is no snap: the one of the curl installer, or of a venv; set "command" to its path',
  ],
  detect: ({launch, all}) => {
    const file = seen(all, 'command')?.resolved ?? launch.argv[0] ?? '';
    if (!/^\/(?:var\/lib\/)?(?:snap|flatpak)\//.test(file) || troubleOf(all) === null) return null;
    const said = [launch.spawnError?.message ?? '', ...saidBy(all).map(({text}) => text)].join('\n');
    const hit = /permission denied|EACCES|EPERM|snap-confine|not permitted/i.exec(said);
    return hit === null ? null : {file, said: clip(said.trim()), words: hit[0]};
  },
  explain: ({file, said, words}) => ({
    cause: `${file} is a snap (or flatpak) program: its sandbox does not permit what the client asks of it ("${words}").`,
    evidence: [{label: 'The system says', text: said, deciding: words}],
    confidence: 'likely',
  }),
  fixes: ({file}, {all}) => [
    ...(seen(all, 'command')?.elsewhere ?? [])
      .filter(({path}) => !path.startsWith('/snap/'))
      .slice(0, 1)
      .map(({path}) => setCommand(all, path)),
    advise(
      'other-build',
      `Install "${fileName(file)}" with the installer of its own project instead of snap, and set "command" to its path`,
    ),
  ],
});
