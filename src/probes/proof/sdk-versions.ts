/** The SDKs that prove a fix, by name and version, as they were bundled; a test compares them with package.json. */
export const SDK_VERSIONS = {
  legacy: '@modelcontextprotocol/sdk 1.32.2',
  modern: '@modelcontextprotocol/client 2.4.0',
} as const;
