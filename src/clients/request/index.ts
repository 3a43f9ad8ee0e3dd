export {dropPlanOf, withoutPlanned} from './drop-plan.ts';
export {type ReadRequest, type RequestedServer, readRequest} from './read-request.ts';
export {withoutServers} from './without-servers.ts';
