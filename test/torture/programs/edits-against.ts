// Edits against one writer, in a process of their own. argv: the writer's program, and the fight as JSON.
import {editsAgainst} from '../edits-against.ts';

const [writer = '', fight = '{}'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await editsAgainst(writer, JSON.parse(fight))));
