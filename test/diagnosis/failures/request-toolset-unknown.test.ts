import {requestToolsetUnknown} from '../../../src/diagnosis/failures/request-toolset-unknown.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestToolsetUnknown, {
  matches: [
    {
      name: 'misspelt',
      evidence: {request: {about: null, names: ['notes'], toolsets: [{server: 'notse', at: 'tools[1]'}]}},
      cause: [/tools\[1\] names the server "notse"/, /there: "notes"/],
      fix: /Set "mcp_server_name" of tools\[1\] to "notes"/,
    },
    {
      name: 'no name, one server',
      evidence: {request: {about: null, names: ['notes'], toolsets: [{server: null, at: 'tools[0]'}]}},
      cause: [/has no "mcp_server_name"/],
      fix: /to "notes"/,
    },
    {
      name: 'several, none near',
      evidence: {
        request: {
          about: null,
          names: ['notes'],
          toolsets: [
            {server: 'mail', at: 'tools[0]'},
            {server: 'shop', at: 'tools[1]'},
          ],
        },
      },
      cause: [/"mail"/, /same is true of tools\[1\]/],
      fix: /Add the server "mail"/,
    },
  ],
  misses: [
    {name: 'each names a server', evidence: {request: {about: null}}},
    {name: 'about one server', evidence: {request: {names: [], about: {}}}},
  ],
});
