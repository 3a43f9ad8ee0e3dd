import {ForksPoolWorker, ThreadsPoolWorker} from 'vitest/node';

/**
 * A pool of workers that live on from run to run, their modules loaded, until `drop` ends them: the next run is in the
 * one that `use` has named. vitest ends a worker with each run and knows none that stays: what it sends to begin and to
 * end one is answered here instead.
 * @param kind 'threads' or 'forks'
 */
export const warmPool = (kind) => {
  const workers = new Map();
  let wanted = '';
  const lease = (options) => {
    const name = wanted;
    const own = [];
    const tell = (type) =>
      queueMicrotask(() => {
        for (const [event, hear] of own) if (event === 'message') hear({type, __vitest_worker_response__: true});
      });
    let isNew = false;
    return {
      name: 'warm',
      cacheFs: kind === 'forks',
      start: async () => {
        if (workers.has(name)) return;
        const worker = new (kind === 'threads' ? ThreadsPoolWorker : ForksPoolWorker)(options);
        await worker.start();
        // One that has gone by itself is not taken again.
        worker.on('exit', () => {
          if (workers.get(name) === worker) workers.delete(name);
        });
        workers.set(name, worker);
        isNew = true;
      },
      stop: async () => {
        for (const [event, hear] of own.splice(0)) workers.get(name)?.off(event, hear);
      },
      on: (event, hear) => {
        own.push([event, hear]);
        workers.get(name)?.on(event, hear);
      },
      off: (event, hear) => {
        const at = own.findIndex(([one, listener]) => one === event && listener === hear);
        if (at >= 0) own.splice(at, 1);
        workers.get(name)?.off(event, hear);
      },
      send: (message) => {
        const type = message?.__vitest_worker_request__ === true ? message.type : null;
        if (type === 'stop') tell('stopped');
        else if (type === 'start' && !isNew) tell('started');
        else workers.get(name)?.send(message);
      },
      deserialize: (data) => data,
    };
  };
  const use = (name) => {
    wanted = name;
  };
  const drop = async () => {
    const all = [...workers.values()];
    workers.clear();
    await Promise.all(all.map((worker) => worker.stop()));
  };
  return {pool: {name: 'warm', createPoolWorker: lease}, use, drop};
};
