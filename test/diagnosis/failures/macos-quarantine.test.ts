import {macosQuarantine} from '../../../src/diagnosis/failures/macos-quarantine.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(macosQuarantine, {
  matches: [
    {
      name: 'SIGKILL without a word on macOS',
      evidence: {
        machine: {platform: 'darwin'},
        launch: {argv: ['/opt/notes-mcp'], exit: {code: null, signal: 'SIGKILL'}, stdout: '', stderr: ''},
      },
      cause: [/\/opt\/notes-mcp/, /Gatekeeper/],
      fix: /xattr -d com\.apple\.quarantine \/opt\/notes-mcp/,
    },
  ],
  misses: [
    {name: 'the same on Linux', evidence: {launch: {exit: {code: null, signal: 'SIGKILL'}, stdout: ''}}},
    {
      name: 'it wrote something first',
      evidence: {
        machine: {platform: 'darwin'},
        launch: {stderr: 'loading 9 GB', stdout: '', exit: {code: null, signal: 'SIGKILL'}},
      },
    },
  ],
});
