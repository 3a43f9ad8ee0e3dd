import type {StageName} from '../repair/state.ts';
import {type Context, type Screen, type Shown, show} from './screen.ts';
import {approveScreen} from './screens/approve.ts';
import {approveRequestScreen} from './screens/approve-request.ts';
import {actingScreen, asClientScreen} from './screens/as-client.ts';
import {captureScreen} from './screens/capture.ts';
import {changeScreen} from './screens/change.ts';
import {classifyScreen} from './screens/classify.ts';
import {confirmScreen} from './screens/confirm.ts';
import {disagreeScreen} from './screens/disagree.ts';
import {doneScreen} from './screens/done.ts';
import {endedScreen} from './screens/ended.ts';
import {explainedScreen} from './screens/explained.ts';
import {ladderScreen} from './screens/ladder.ts';
import {leaveScreen} from './screens/leave.ts';
import {pasteScreen} from './screens/paste.ts';
import {pickScreen} from './screens/pick.ts';
import {probingScreen, provingScreen, rerunningScreen} from './screens/probing.ts';
import {recordScreen} from './screens/record.ts';
import {reproducingScreen, reproScreen} from './screens/repro.ts';
import {requestScreen} from './screens/request.ts';
import {namingCopyScreen, namingRequestScreen} from './screens/request-names.ts';
import {askingStatusScreen, askStatusScreen} from './screens/status.ts';
import {typingScreen} from './screens/typing.ts';
import {unfinishedScreen} from './screens/unfinished.ts';
import {valueScreen} from './screens/value.ts';
import {verdictScreen} from './screens/verdict.ts';
import {
  addingScreen,
  approvingRequestScreen,
  approvingScreen,
  changingScreen,
  explainingScreen,
  loadingScreen,
  planningScreen,
  puttingBackScreen,
  readingRequestScreen,
  savingCopyScreen,
  savingScreen,
} from './screens/wait.ts';

/** Every screen by its stage: the compiler says when one is missing; docs/keys.md is made from it. */
export const SCREENS: {readonly [N in StageName]: Screen<N>} = {
  loading: loadingScreen,
  pick: pickScreen,
  unfinished: unfinishedScreen,
  'naming-request': namingRequestScreen,
  'reading-request': readingRequestScreen,
  request: requestScreen,
  'approve-request': approveRequestScreen,
  'approving-request': approvingRequestScreen,
  'naming-copy': namingCopyScreen,
  'saving-copy': savingCopyScreen,
  paste: pasteScreen,
  typing: typingScreen,
  adding: addingScreen,
  explaining: explainingScreen,
  explained: explainedScreen,
  approve: approveScreen,
  approving: approvingScreen,
  probing: probingScreen,
  ladder: ladderScreen,
  'as-client': asClientScreen,
  acting: actingScreen,
  reproducing: reproducingScreen,
  repro: reproScreen,
  capture: captureScreen,
  classify: classifyScreen,
  'ask-status': askStatusScreen,
  'asking-status': askingStatusScreen,
  disagree: disagreeScreen,
  change: changeScreen,
  value: valueScreen,
  planning: planningScreen,
  confirm: confirmScreen,
  changing: changingScreen,
  rerunning: rerunningScreen,
  proving: provingScreen,
  verdict: verdictScreen,
  leave: leaveScreen,
  'putting-back': puttingBackScreen,
  record: recordScreen,
  saving: savingScreen,
  done: doneScreen,
  ended: endedScreen,
};

/** The screen of the stage that the person is at. */
export const shownNow = (context: Context): Shown => {
  const {stage} = context.state;
  // The parsing edge of a correlated union: the screen is looked up by the stage's own name.
  return show(SCREENS[stage.at] as Screen<StageName>, stage, context);
};
