/**
 * The supervisor's program, run with `node -e`: plain old syntax, no dependencies. Its standard input is a pipe that
 * only we hold; when it ends, we are gone, however that happened, and what we started is ended: SIGTERM, 1.2 s, SIGKILL.
 * Lines: `+<pid>` a group was started, `-<pid>` it has ended, `terminal on|off` whether the terminal is in our hands.
 * It looks for half a second whether any is left: one that is just being started bears no mark for a moment.
 * fd 3 is the terminal when there is one. The saved modes are put back only while the raw mode that Node sets is still
 * there (no signals, no line editing). Node gives the modes back itself on some crashes, but not the cursor: that is
 * always shown again; paste marks are left alone where a shell's own line editor already has them on.
 */
export const SUPERVISOR = String.raw`
'use strict';
var fs = require('fs'), run = require('child_process');
var mark = process.argv[1], tty = process.argv[2] === 'tty', win = process.platform === 'win32';
var groups = {}, guarded = false, saved = null, text = '';
function stty(args) {
  var out = run.spawnSync('stty', args, {stdio: [3, 'pipe', 'ignore'], encoding: 'utf8', timeout: 1000});
  return out.status === 0 ? out.stdout.trim() : null;
}
function line(word) {
  if (word[0] === '+') groups[word.slice(1)] = true;
  else if (word[0] === '-') delete groups[word.slice(1)];
  else if (word === 'terminal on') { if (tty && saved === null) saved = stty(['-g']); guarded = true; say('guarded'); }
  else if (word === 'terminal off') guarded = false;
}
function say(word) { try { fs.writeSync(1, word + '\n'); } catch (e) { void e; } }
function send(pid, signal) { try { process.kill(pid, signal); } catch (e) { void e; } }
function marked() {
  var found = [];
  if (win) return found;
  if (process.platform === 'linux') {
    fs.readdirSync('/proc').forEach(function (pid) {
      if (!/^\d+$/.test(pid)) return;
      try { if (fs.readFileSync('/proc/' + pid + '/environ', 'latin1').indexOf('MCP_FIX_RUN=' + mark) >= 0) found.push(Number(pid)); } catch (e) { void e; }
    });
    return found;
  }
  var ps = run.spawnSync('ps', ['eww', '-ax', '-o', 'pid=,command='], {encoding: 'utf8', maxBuffer: 1e8, timeout: 1000});
  (ps.stdout || '').split('\n').forEach(function (l) { if (l.indexOf('MCP_FIX_RUN=' + mark) >= 0) found.push(parseInt(l, 10)); });
  return found;
}
function end(signal) {
  Object.keys(groups).forEach(function (pid) {
    if (win) run.spawnSync('taskkill', ['/PID', pid, '/T', '/F'], {stdio: 'ignore', timeout: 1500});
    else { send(-pid, signal); send(-pid, 'SIGCONT'); }
  });
  marked().forEach(function (pid) { if (pid !== process.pid) { send(pid, signal); send(pid, 'SIGCONT'); } });
}
function left() {
  return marked().length > 0 || Object.keys(groups).some(function (pid) { try { process.kill(-pid, 0); return true; } catch (e) { return false; } });
}
function restore() {
  if (!tty || !guarded) return;
  var now = stty(['-a']);
  var raw = now && /-isig/.test(now) && /-icanon/.test(now), edits = now && !raw && /-icanon/.test(now);
  if (now && !raw) {
    try { fs.writeSync(3, '\x1b[?25h\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l' + (edits ? '' : '\x1b[?2004l')); } catch (e) { void e; }
  }
  if (raw) {
    if (saved) stty([saved]);
    try { fs.writeSync(3, '\x1b[?25h\x1b[?2004l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[0m\r\n'); } catch (e) { void e; }
  }
}
function last() {
  restore();
  end('SIGTERM');
  var rounds = 0, quiet = 0;
  var timer = setInterval(function () {
    rounds += 1;
    if (rounds >= 12) end('SIGKILL');
    quiet = left() ? 0 : quiet + 1;
    if (rounds >= 15 || quiet >= 5) { clearInterval(timer); process.exit(0); }
  }, 100);
}
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) { try { process.on(signal, function () {}); } catch (e) { void e; } });
process.stdin.on('data', function (chunk) {
  text += chunk;
  var lines = text.split('\n');
  text = lines.pop();
  lines.forEach(line);
});
process.stdin.on('error', last);
process.stdin.on('end', last);
`;
