import {uvCacheNotWritable} from '../../../src/diagnosis/failures/uv-cache-not-writable.ts';
import {saidCases} from '../../helpers/said-cases.ts';

saidCases(uvCacheNotWritable, {
  matches: [
    {
      text: 'error: Failed to initialize cache at `/home/dev/.cache/uv`\n  Caused by: failed to open file `/home/dev/.cache/uv/.git`: Permission denied (os error 13)',
      cause: [/\/home\/dev\/\.cache\/uv/, /permission/],
      fix: /UV_CACHE_DIR/,
    },
  ],
  misses: [
    'error: Failed to spawn: `notes-mcp`',
    'warning: uv cache is large',
    "Error: EACCES: permission denied, open '/home/dev/notes/a.md'",
  ],
});
