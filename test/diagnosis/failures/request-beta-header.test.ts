import {requestBetaHeader} from '../../../src/diagnosis/failures/request-beta-header.ts';
import {evidenceCases} from '../../helpers/evidence-cases.ts';

evidenceCases(requestBetaHeader, {
  matches: [
    {
      name: 'none',
      evidence: {request: {about: null, betas: [], betasFrom: 'header'}},
      cause: [/no beta feature "mcp-client-/],
      fix: /Send the header "anthropic-beta: mcp-client-2025-11-20"/,
    },
    {
      name: 'misspelt',
      evidence: {request: {about: null, betas: ['mcp-client-2025-11-02'], betasFrom: 'header'}},
      cause: [/"mcp-client-2025-11-02" is none that is known/],
      fix: /mcp-client-2025-11-20/,
    },
    {
      name: 'newer than what is known here',
      evidence: {request: {about: null, betas: ['mcp-client-2027-01-31'], betasFrom: 'header'}},
      cause: [/none that is known/],
      fix: /mcp-client/,
      severity: 'warning',
    },
    {
      name: 'the first version with toolsets',
      evidence: {request: {about: null, betas: ['mcp-client-2025-04-04'], betasFrom: 'header'}},
      cause: [/knows no "mcp_toolset"/],
      fix: /instead of "mcp-client-2025-04-04"/,
    },
    {
      name: 'the first version',
      evidence: {request: {about: null, betas: ['mcp-client-2025-04-04'], betasFrom: 'header', toolsets: []}},
      cause: [/deprecated/],
      fix: /replace "tool_configuration"/,
      severity: 'warning',
    },
    {
      name: 'betas of an SDK',
      evidence: {request: {about: null, betas: ['files-api-2025-04-14'], betasFrom: 'body'}},
      cause: [/no beta feature/],
      fix: /into "betas"/,
    },
  ],
  misses: [
    {
      name: 'the current version',
      evidence: {request: {about: null, betas: ['mcp-client-2025-11-20'], betasFrom: 'header'}},
    },
    {
      name: 'the newest beside another feature',
      evidence: {
        request: {about: null, betas: ['inline-tools-2026-09-15', 'mcp-client-2026-09-15'], betasFrom: 'header'},
      },
    },
    {name: 'nothing known of headers', evidence: {request: {about: null}}},
    {name: 'no servers', evidence: {request: {about: null, betas: [], betasFrom: 'header', found: 'missing'}}},
  ],
});
