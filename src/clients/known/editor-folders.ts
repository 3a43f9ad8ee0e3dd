import type {Places} from '../places.ts';

/** Editors that are built on VS Code, by the folder of their settings; an extension keeps its files in each of them. */
const EDITORS = ['Code', 'Code - Insiders', 'Cursor', 'Windsurf', 'VSCodium', 'Trae'];

/** A file of an extension in every such editor. */
export const inEditors = ({appData}: Places, extension: string, ...parts: readonly string[]): readonly string[] =>
  EDITORS.flatMap((editor) => {
    const path = appData(editor, 'User', 'globalStorage', extension, ...parts);
    return path === null ? [] : [path];
  });
