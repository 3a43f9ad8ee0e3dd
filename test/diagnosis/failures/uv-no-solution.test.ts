import {uvNoSolution} from '../../../src/diagnosis/failures/uv-no-solution.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(uvNoSolution, {
  matches: [
    {
      text: '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because notes==2 depends on mcp<1 and mcp>=1 is required',
      cause: [/depends on mcp<1/],
    },
  ],
  misses: ['No route found'],
});
