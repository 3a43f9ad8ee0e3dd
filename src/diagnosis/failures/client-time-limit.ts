import {defineReported} from '../facts/reported-text.ts';

export const clientTimeLimit = defineReported({
  id: 'client-time-limit',
  class: 'runtime',
  step: 'handshake',
  title: 'The time limit of the client is over',
  waitingHelps: true,
  signatures: [
    {match: /MCP error -32001: Request timed out(?: after \d+ ?m?s)?/i, confidence: 'certain'},
    {
      match:
        /timed out after \d+ seconds\. Add or adjust [`'"]?startup_timeout_sec|MCP startup incomplete \(failed|INITIALIZATION_TIMEOUT|DEFAULT_REQUEST_TIMEOUT_MSEC(?: = \d+)?|Connection failed after \d{4,}ms|Connection timeout triggered after \d+ ?ms|MCP client for \S{1,80} failed to start: request timed out|timed out: recv for mcp client|failed to load after [\d.]+ ?s\b[^\n]{0,40}timed out|Connection to MCP server timed out after \d+ ?ms|Context server request timeout|cancelled csp request task for "initialize".{0,60}/i,
      confidence: 'certain',
    },
    // The same in Java (Reactor, langchain4j), Python, C#, Go and Rust.
    {
      match:
        /Did not observe any item or terminal signal within \d+ms[^\n]{0,200}|Timed out while waiting for response to \w+|dev\.langchain4j\.mcp[\s\S]{0,2000}?TimeoutException|canceled due to the configured HttpClient\.Timeout of [\d.]+ seconds|Initialization timed out|(?:initiali[sz]e|tools\/(?:list|call)|handshak\w+)[^\n]{0,120}(?:context deadline exceeded|deadline has elapsed|timed? ?out)/i,
      confidence: 'likely',
    },
    {match: /MCP error -32800: Request cancelled/i, confidence: 'possible'},
    {match: /times out at once, or timeout has no effect|set to 30 minutes and it times out/i, confidence: 'possible'},
  ],
  remedies: [
    'Raise the startup timeout (MCP_TIMEOUT=60000 for Claude Code; startup_timeout_sec = 30 or 60 in [mcp_servers.<name>] of Codex; context_server_timeout in Zed; per-server timeout elsewhere), or pre-warm the server once',
    'Raise the tool timeout where a tool call takes long (MCP_TOOL_TIMEOUT in Claude Code; per-server "timeout" in Gemini, Cline, Qwen; tool_timeout_sec in Codex)',
    'Make the start faster (pre-install, direct node path) instead of a longer timeout: some clients never wait longer than 60 s',
    'If the server never answers at all, fix the crash or silence that causes it',
  ],
  cause: () =>
    'The client stopped waiting before the server answered. Either the server needs longer than the limit (a first download, a long tool call), or it does not answer at all.',
});
