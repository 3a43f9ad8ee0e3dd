export {findRun, type RunProcess} from './find-run.ts';
export {createRing, type Ring} from './ring.ts';
export {type CommandEnd, type CommandRun, runCommand} from './run-command.ts';
export {MARKER, RUN} from './run-marker.ts';
export {type OneShot, type OneShotAnswer, runOnce} from './run-once.ts';
export {type Closing, type ShutDownOptions, shutDown} from './shut-down.ts';
export {type Exit, type RunningProcess, type SpawnFailure, type StartOptions, startProcess} from './start-process.ts';
export {guardTerminal, supervisorPid} from './supervisor.ts';
