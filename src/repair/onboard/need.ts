import type {Change} from '../../model/change.ts';
import type {ApprovalQuestion} from '../answers.ts';

type NeedKind = 'settings' | 'program' | 'version' | 'build' | 'variable' | 'approval' | 'sign-in';

/** One thing that a server needs before it can work on this machine. */
export interface Need {
  /** Unique in its server: 'variable:WEATHER_TOKEN'. */
  readonly id: string;
  readonly kind: NeedKind;
  /** `later`: only a real look tells, or the client asks for it by itself. */
  readonly state: 'met' | 'missing' | 'later';
  /** What is needed, in a few words: 'Node 20 or newer'. */
  readonly title: string;
  /** What was seen. */
  readonly detail: string;
  /** What to do about it; '' where nothing is. */
  readonly todo: string;
  /** Where to get it, as far as the project's own texts say: lines of them, with the file's name in front. */
  readonly hints: readonly string[];
  /** The one change that mcp-fix can make for it, in a file that is the person's own. */
  readonly change: Change | null;
}

/** One server of the project, known from the files alone. */
export interface OnboardServer {
  readonly key: string;
  readonly name: string;
  readonly clientName: string;
  readonly file: string;
  readonly line: number;
  /** The command line or the URL, in one line. */
  readonly launch: string;
  readonly question: ApprovalQuestion;
  readonly isApproved: boolean;
  readonly needs: readonly Need[];
}

/** What a real look at the server said. */
export interface OnboardAnswer {
  readonly outcome: 'works' | 'fails';
  /** 'A real client (…) connects and lists 3 tools.', or the cause in one sentence. */
  readonly note: string;
  readonly todo: string;
}

/** Where a server stands in the walk. */
export type Standing = 'works' | 'fails' | 'waits' | 'open';
