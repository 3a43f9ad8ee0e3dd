/**
 * Failures by the number that a text names, for texts whose words nobody knows: the words are another library's or
 * another language's, the number is the same. HTTP statuses (RFC 9110), error codes of systems (errno of Linux and
 * macOS, Windows' GetLastError and Winsock, libuv's negative ones), exit codes of Windows (NTSTATUS).
 */
export const byCode = (text: string): {readonly id: string; readonly matched: string} | null => {
  for (const {words, meaning} of READERS) {
    for (const hit of text.matchAll(words)) {
      const id = meaning(hit.groups?.['code'] ?? '', text);
      if (id !== null) return {id, matched: hit[0].trim()};
    }
  }
  return null;
};

interface Reader {
  readonly words: RegExp;
  readonly meaning: (code: string, text: string) => string | null;
}

/** Something was to be started, so a missing or forbidden file is the program. */
const STARTS = /MCP (?:client|startup)|\b(?:spawn|launch|exec|CreateProcess|Popen|start(?:ing|ed)?)\b/i;
const startsOr = (atStart: string, otherwise: string) => (text: string) => (STARTS.test(text) ? atStart : otherwise);
const always = (id: string) => () => id;

type Meaning = (text: string) => string;

/** The codes of all systems in one table; where two systems use a number for two things, the words of the text decide. */
const SYSTEM: Readonly<Record<string, Meaning>> = Object.fromEntries(
  (
    [
      [[2, 3, -2, -4058], startsOr('command-not-found', 'named-path-missing')],
      [[5, 13, -13, -4048, -4092, 10013], startsOr('start-not-permitted', 'file-access-denied')],
      [[740], always('start-not-permitted')],
      [[123, 267], always('could-not-start')],
      [
        [8, 193, 216],
        (text: string) => (/win|%1|\b193\b|\b216\b/i.test(text) ? 'windows-not-runnable' : 'wrong-architecture'),
      ],
      [[7, 206, 8191], always('arguments-too-long')],
      [[12, 1455], always('out-of-memory')],
      [[24, -24, -4066], always('too-many-open-files')],
      [[28, 112, -28, -4055], always('disk-full')],
      [[98, 48, 10048, -98, -4091], always('port-in-use')],
      [[99, 49, 10049, -4090], always('address-not-here')],
      [[101, 51, 10051, -101], always('own-network-down')],
      [[104, 54, 10053, 10054, -104, -4077], always('connection-reset')],
      [[110, 60, 10060, 113, 65, 10065, -110, -4039], always('host-unreachable')],
      [[111, 61, 10061, 1225, -111, -4078], always('connection-refused')],
      [[11001, 11004, -3008], always('host-not-found')],
      [[11002, -3001], always('dns-not-answering')],
    ] as const
  ).flatMap(([codes, meaning]) => codes.map((code): [string, Meaning] => [String(code), meaning])),
);

const ENDED: Readonly<Record<string, string>> = {
  '0xc0000005': 'killed-by-signal',
  '3221225477': 'killed-by-signal',
  '0xc0000409': 'killed-by-signal',
  '3221226505': 'killed-by-signal',
  '0xc000013a': 'killed-by-signal',
  '3221225786': 'killed-by-signal',
  '0xc0000135': 'shared-library-missing',
  '3221225781': 'shared-library-missing',
  '0xc000007b': 'wrong-architecture',
  '3221225595': 'wrong-architecture',
  '0xc0000017': 'out-of-memory',
  '3221225495': 'out-of-memory',
  '9009': 'called-program-missing',
};

const STATUS: Readonly<Record<string, string>> = {
  '400': 'bad-request',
  '401': 'token-refused',
  '402': 'credit-used-up',
  '403': 'access-forbidden',
  '404': 'path-not-found',
  '405': 'method-not-allowed',
  '408': 'http-timeout',
  '410': 'path-not-found',
  '421': 'host-not-allowed',
  '422': 'bad-request',
  '426': 'websocket-only',
  '500': 'server-error',
  '501': 'server-error',
  '502': 'gateway-error',
  '503': 'gateway-error',
  '511': 'captive-portal',
  '520': 'gateway-error',
  '521': 'gateway-error',
  '522': 'gateway-error',
  '523': 'gateway-error',
  '530': 'gateway-error',
};

/** JSON-RPC 2.0: what the other side says of a message. -32001 and -32000 mean what each server likes. */
const RPC: Readonly<Record<string, string>> = {
  '32700': 'bad-request',
  '32600': 'bad-request',
  '32602': 'tool-arguments-refused',
  '32603': 'server-error',
};

const ofSystem = (code: string, text: string): string | null => SYSTEM[code]?.(text) ?? null;

const READERS: readonly Reader[] = [
  {words: /\(os error (?<code>\d{1,5})\)/g, meaning: ofSystem},
  {words: /\[(?:Errno|WinError) (?<code>-?\d{1,5})\]/g, meaning: ofSystem},
  {words: /\berrno['"]?[:=] ?(?<code>-?\d{1,5})\b/g, meaning: ofSystem},
  {
    words: /(?<![\w.])(?<code>0xC00000[01]\w|0xC0000409|0xC0000135|0xC000013A|32212(?:2[56]\d{3}))\b/gi,
    meaning: (code) => ENDED[code.toLowerCase()] ?? null,
  },
  {words: /exit(?:ed)?(?: with)? (?:code|status) (?<code>9009)\b/gi, meaning: (code) => ENDED[code] ?? null},
  {
    // The number stands behind a word that says what it is; "in 404 ms" and "500 tools" do not.
    words:
      /(?:\bHTTP(?:\/\d(?:\.\d)?)?|status(?: |_|-)?(?:code)?|\bclient error|\bserver error|\bresponse(?: code)?|\breturned|\bresponded(?: with)?|\banswered(?: with)?|\bgot|\breceived)["')]{0,2}[ :=('"]{1,4}(?:an? |HTTP |error |status |code ){0,3}["'(]?(?<code>[45]\d\d)(?![\d.:]|\s?(?:ms|s|bytes|[KMG]i?B|tokens|lines|tools|items|rows|results|times|characters)\b)/gi,
    meaning: (code) => STATUS[code] ?? null,
  },
  {
    words: /\b(?<code>[45]\d\d) (?:status|response|error) (?:code|sending|from|for|while)\b/gi,
    meaning: (code) => STATUS[code] ?? null,
  },
  {words: /(?:MCP error |MPC |RPC error |"code": ?)-(?<code>32\d{3})\b/g, meaning: (code) => RPC[code] ?? null},
];
