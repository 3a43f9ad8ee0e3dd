import {seen} from '../../model/evidence.ts';
import {advise, programOf, setVariable} from '../facts/launch-fixes.ts';
import {fileName} from '../facts/launch-runtime.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';

export const calledProgramMissing = defineSaidFailure({
  id: 'called-program-missing',
  title: 'A program that the command calls is not on its PATH',
  patterns: [
    /execvpe\((?<name8>[^)\n]{1,120})\) failed: No such file/,
    /env: [‘'"]?(?<name>[\w.+-]+)[’'"]?: No such file or directory/,
    /(?:^|\n)\S+: (?:line )?\d+: (?<name2>[A-Za-z][\w.@+-]*): (?:command )?not found/,
    /(?:^|[\s:])(?<name5>[A-Za-z][\w.@+-]*): command not found/,
    // The shells' words in other languages: German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Chinese, Japanese.
    /(?:^|[\s:])(?<name7>[A-Za-z][\w.@+-]{0,60}) ?: (?:(?:Kommando|Befehl) nicht gefunden|commande introuvable|orden no encontrada|no se encontró la orden|comando não encontrado|comando non trovato|opdracht niet gevonden|nie znaleziono polecenia|команда не найдена|未找到命令|コマンドが見つかりません)/,
    /command not found: (?<name6>[A-Za-z][\w.@+-]*)/,
    /\b(?<name>Git|Docker|Java|Node|Python|Go|Chrome|FFmpeg) executable (?:was )?not found/i,
    /Unknown command:? (?<name10>[a-z][\w.+-]{0,60})(?=\s|$)/,
    /exec: executable (?<name>[\w.+-]{1,80}) not found/,
    /exec: (?<name3>[\w.+-]+): not found/,
    /The term '(?<name9>[\w.+-]{1,80})' is not recognized as (?:the name of|a name of)/,
    /'(?<name4>[\w.+-]+)' is not recognized as an internal or external command/,
    // cmd.exe in German, French, Spanish, Portuguese, Italian, Russian, Polish, Chinese, Japanese, Korean.
    /["'](?<name>[\w.+-]{1,80})["'] ?(?:ist entweder falsch geschrieben|n['’]est pas reconnu en tant que commande|no se reconoce como un comando|não é reconhecido como um comando|non è riconosciuto come comando|не является внутренней или внешней|nie jest rozpoznawana jako polecenie|不是内部或外部命令|不是內部或外部命令|は、内部コマンドまたは外部コマンド|은\(는\) 내부 또는 외부 명령)/,
    // PowerShell: these words stay English in every language.
    /ObjectNotFound: \((?<name>[\w.+-]{1,80}):String\)/,
    /^(?<name>[\w.+-]{1,80}) ?: [^\n]{1,300}(?:\n[^\n]{0,200}){0,8}?\bCommandNotFoundException/m,
    /[`'"]?(?<name>[\w.+-]{1,80})[`'"]? is required but (?:was )?not found (?:in|on) (?:your )?PATH/,
    /Executable not found in \$PATH: "(?<name>[\w.+-]{1,80})"/,
  ],
  alsoKnownAs: [/exit code 127/, /\[WinError 2\][^'"\n]{1,200}$/m],
  remedies: ['Add the folder of the named program to PATH in the "env" block', 'Call it by its absolute path'],
  cause: ({groups}, evidence) =>
    `"${programOf(evidence)}" starts and calls "${groups['name'] ?? ''}", which is not found on the PATH that the client gives it.`,
  fixes: ({groups}, evidence) => {
    const found =
      seen(evidence, 'command')?.elsewhere.find(({path}) => fileName(path) === groups['name']) ??
      seen(evidence, 'command')?.otherRuntimes.find(({path}) => fileName(path) === groups['name']);
    const folder = found?.path.replace(/[\\/][^\\/]*$/, '');
    return folder === undefined
      ? [
          advise(
            'extend-path',
            `Install "${groups['name'] ?? ''}", or add its folder to PATH in "env" (find it with: which ${groups['name'] ?? ''})`,
          ),
        ]
      : [
          setVariable(
            evidence,
            'PATH',
            `${folder}:/usr/local/bin:/usr/bin:/bin`,
            `Set PATH in "env", with ${folder} in it`,
          ),
        ];
  },
});
