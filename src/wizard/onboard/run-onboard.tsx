import type {OnboardPorts} from '../../repair/onboard/ports.ts';
import type {OnboardState, Progress} from '../../repair/onboard/state.ts';
import {mount} from '../mount.ts';
import {ASCII, UNICODE, WORDS} from '../parts/marks.ts';
import {createPasteStream} from '../paste-stream.ts';
import type {WizardOptions} from '../run-wizard.tsx';
import {untilLeft} from '../until-left.ts';
import {OnboardApp} from './onboard-app.tsx';
import {createOnboardDriver} from './onboard-driver.ts';

/**
 * The walk on a terminal, until the person leaves.
 * @returns the exit code of leaving (0, or 130 when it was interrupted), and where the walk stands
 */
export const runOnboard = async (
  ports: OnboardPorts,
  progress: Readonly<Record<string, Progress>>,
  options: Pick<WizardOptions, 'stdin' | 'stdout' | 'stderr' | 'screenReader' | 'ascii' | 'signal' | 'jobs'>,
): Promise<{readonly code: number; readonly state: OnboardState}> => {
  const {stdin, stdout, stderr, screenReader, ascii, signal, jobs} = options;
  let end: (code: number) => void = () => undefined;
  const ended = new Promise<number>((resolve) => {
    end = resolve;
  });
  const driver = createOnboardDriver(ports, {progress, onEnd: (code) => end(code)});
  const pasteStream = createPasteStream(stdin);
  const stop = (): void => driver.send({type: 'interrupt'});
  const hands = {current: null};
  const screen = mount(
    (suspend) => (
      <OnboardApp
        driver={driver}
        stdout={stdout}
        marks={screenReader ? WORDS : ascii ? ASCII : UNICODE}
        isWords={screenReader}
        now={ports.now}
        pastes={pasteStream.subscribe}
        hands={hands}
        suspend={suspend}
      />
    ),
    {pasteStream, stdin, stdout, stderr, screenReader, jobs, onContinue: () => undefined},
  );
  const code = await untilLeft(ended, screen, {stdin, signal, stop});
  return {code, state: driver.state()};
};
