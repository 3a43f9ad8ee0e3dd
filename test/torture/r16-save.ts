import {bundled} from './bundled.ts';
import {onRealDisks} from './real-disks.ts';
import {injected, SHAPES, SIZES} from './save-injection.ts';
import {
  few,
  type Outcome,
  randomOf,
  runToEnd,
  sample,
  scaled,
  type Trial,
  type TrialOptions,
  withFolder,
} from './trial.ts';

const run = (options: TrialOptions): Promise<Outcome> =>
  withFolder(async (folder) => {
    const there = await runToEnd(['strace', '-V']).catch(() => null);
    if (there === null) return {figures: '', wrong: [], notRun: 'strace is missing'};
    const save = await bundled(options.root, 'test/torture/programs/save.ts', folder);
    const combinations = SHAPES.flatMap((shape) => SIZES.map((size) => ({shape, size}))).filter(
      ({shape, size}) => shape !== 'new file' || size === SIZES[0],
    );
    const cases = options.scale < 0.2 ? sample(randomOf(options.seed), combinations, 1) : combinations;
    const {seed} = options;
    const seen = await injected(save, cases, {count: scaled(5200, options), seed, place: 'fast'});
    const disks = await onRealDisks(options, save, folder);
    const wrong = [...seen.wrong, ...disks.wrong];
    const third = wrong.filter((line) => line.includes('third state')).length;
    const left = wrong.filter((line) => line.includes('left over')).length;
    return {
      figures: `${seen.hits.toLocaleString('en')} injections hit (of ${seen.chosen.toLocaleString('en')} chosen among ${seen.possible.toLocaleString('en')}; ${cases.length} files), ${third} third states, ${left} leftovers${disks.figures}`,
      wrong: few(wrong),
    };
  });

export const r16: Trial = {promise: 'R16', title: 'a save under a fault at every system call', run};
