export {fingerprint} from './fingerprint.ts';
export {toMarkdown} from './markdown.ts';
export {finishRecord, newRecord, type RecordParts, type UnfinishedRecord} from './new-record.ts';
export {type Approvals, type Approved, openApprovals, openPreferences, type Preferences} from './settings.ts';
export {type Question, similarRecords} from './similar-records.ts';
export {getRecord, listRecords, readShelf, type Shelf, saveRecord} from './store.ts';
export {addToTeamFile, readTeamFile, recordsInTeamFile, teamFileOf} from './team-file.ts';
