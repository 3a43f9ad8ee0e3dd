import {libraryNotPublished} from '../../../src/diagnosis/failures/library-not-published.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(libraryNotPublished, {
  matches: [
    {
      text: 'go: github.com/acme/notes-mcp@v1.9.0: invalid version: unknown revision v1.9.0',
      cause: [/notes-mcp/, /v1\.9\.0/],
    },
    {
      text: 'error NU1102: Unable to find package Notes.Mcp with version (>= 9.0.0)',
      cause: [/Notes\.Mcp/, /9\.0\.0/],
      fix: /name or version/,
    },
    {
      text: 'error: no matching package named `rmcp-macros` found\nlocation searched: crates.io index',
      cause: [/rmcp-macros/],
    },
    {
      text: "ERROR:  Could not find a valid gem 'notes_mcp' (>= 0) in any repository",
      cause: [/notes_mcp/],
    },
  ],
  misses: [
    'error NU1301: Unable to load the service index for source',
    "Could not find gem 'fast_mcp' in locally installed gems",
    'error: package `x` cannot be built because it requires rustc 1.80',
  ],
});
