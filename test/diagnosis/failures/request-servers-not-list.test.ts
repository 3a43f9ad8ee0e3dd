import {requestServersNotList} from '../../../src/diagnosis/failures/request-servers-not-list.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestServersNotList, {
  matches: [
    {
      name: 'an object',
      evidence: {request: {about: null, found: 'object', key: 'mcp_servers'}},
      cause: [/"mcp_servers" is an object/, /list/],
      fix: /"mcp_servers": \[/,
    },
    {
      name: 'the key of client configurations',
      evidence: {request: {about: null, found: 'object', key: 'mcpServers'}},
      cause: [/under "mcpServers"/, /reads them from "mcp_servers"/],
      fix: /"mcp_servers": \[/,
    },
    {
      name: 'a list under another key',
      evidence: {request: {about: null, found: 'list', key: 'servers'}},
      cause: [/under "servers"/],
      fix: /Rename "servers" to "mcp_servers"/,
    },
  ],
  misses: [
    {name: 'a list', evidence: {request: {about: null}}},
    {name: 'no servers at all', evidence: {request: {about: null, found: 'missing'}}},
  ],
});
