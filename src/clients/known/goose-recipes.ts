import {pathsOf} from '../../model/host.ts';
import type {ConfigFile} from '../client.ts';
import type {Places} from '../places.ts';
import {configFile} from '../rules.ts';

const MAX_FOLDERS = 16;

/**
 * Recipes of Goose, which name extensions of their own as a list: those of the project, those of the person, and the
 * folders of GOOSE_RECIPE_PATH. They count while that recipe runs. Sources: goose-docs.ai, "Recipe Reference Guide", and
 * Goose's own desktop program for the two folders.
 */
export const gooseRecipes = (places: Places, configFolder: string | null): readonly ConfigFile[] => {
  const {env, host, join, project} = places;
  const named = (env('GOOSE_RECIPE_PATH') ?? '').split(pathsOf(host).delimiter).filter((folder) => folder !== '');
  const both = (folder: string | null, name: string, isProjectFile: boolean): readonly ConfigFile[] =>
    (['yaml', 'json'] as const).flatMap((format) =>
      configFile(join(folder, `${name}.${format}`), 'recipe', {
        format,
        tables: [['extensions'], ['recipe', 'extensions']],
        tablesAre: 'array',
        mistakable: [],
        onlyWhere: /^[ \t{]*"?extensions"?[ \t]*:/m,
        isProjectFile,
      }),
    );
  return [
    ...both(project(), 'recipe', true),
    ...both(project('.goose', 'recipes'), '*', true),
    ...both(join(configFolder, 'recipes'), '*', false),
    ...named.slice(0, MAX_FOLDERS).flatMap((folder) => both(folder, '*', false)),
  ];
};
