import type {SyntaxTrouble, TextEdit} from '../../model/evidence.ts';
import type {TreeNode} from './tree.ts';

/** The first thing that the client's parser does not take, with what would mend the text. */
export interface DocumentTrouble {
  readonly kind: SyntaxTrouble['kind'];
  readonly offset: number;
  readonly message: string;
  readonly repair: readonly TextEdit[] | null;
  readonly more: number;
}

export interface ConfigDocument {
  /** What the client reads; null where it cannot, and where the file is empty. */
  readonly root: TreeNode | null;
  /** What can be made out in a text with mistakes. */
  readonly lenient: TreeNode | null;
  readonly trouble: DocumentTrouble | null;
  /** 'too-deep' or 'too-much' where nobody should parse it. */
  readonly refused: string | null;
}
