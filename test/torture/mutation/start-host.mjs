import {fork} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/**
 * A test runner in a process of its own. `ask` answers what it says, {late: true} when it says nothing in time, or
 * {failure} when its process has gone: that is no test's finding.
 */
export const startHost = async (job) => {
  const child = fork(path.join(import.meta.dirname, 'host.mjs'), [JSON.stringify(job)], {
    cwd: job.root,
    detached: true,
    stdio: ['ignore', 'ignore', process.env.MUTATION_DEBUG ? 'inherit' : 'ignore', 'ipc'],
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  };
  const hear = (ms) =>
    new Promise((resolve) => {
      const done = (word) => {
        clearTimeout(timer);
        child.off('message', done);
        child.off('exit', gone);
        resolve(word);
      };
      const gone = (code, signal) => done({failure: `the test runner has gone (${signal ?? code})`});
      const timer = setTimeout(() => done({late: true}), ms);
      child.on('message', done);
      child.on('exit', gone);
      if (child.exitCode !== null || child.signalCode !== null) gone(child.exitCode, child.signalCode);
    });
  const ask = (message, ms) => {
    const answer = hear(ms);
    // What cannot be sent has no one to read it: `hear` tells that.
    child.send(message, (error) => error);
    return answer;
  };
  const word = await hear(60_000);
  if (word.ready !== true) {
    end();
    throw new Error(`the test runner does not start: ${JSON.stringify(word)}`);
  }
  return {ask, end};
};
