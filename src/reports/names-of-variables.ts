import type {EntryEvidence} from '../model/evidence.ts';

/** Names of the environment that the entry asks for; the client's own words mean the same on each machine. */
export const namesOfVariables = ({variables}: Pick<EntryEvidence, 'variables'>): readonly string[] =>
  variables.filter(({isOfEnvironment}) => isOfEnvironment).map(({name}) => name);
