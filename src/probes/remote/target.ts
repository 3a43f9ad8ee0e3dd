/** A configured URL as clients read it, and what is wrong with it in words. */
export interface Target {
  /** Null where no client can call it. */
  readonly url: URL | null;
  readonly problem: string | null;
}

/** Reads a URL as `fetch` does (WHATWG URL), and names the mistakes that people make. Never repeats the URL itself. */
export const readTarget = (text: string): Target => {
  if (text.trim() === '') return {url: null, problem: 'it is empty'};
  const reference = /\$\{[^}]*\}|\{env:[^}]*\}|%[A-Z_]{2,}%/.exec(text)?.[0];
  if (reference !== undefined && !/\?.*\$\{/.test(text)) {
    return {url: null, problem: `it holds ${reference}, which was not filled in`};
  }
  if (/^["'`\u201c\u2018]/.test(text.trim())) return {url: null, problem: 'quotation marks are part of it'};
  if (/^https?:\/\/https?:/i.test(text)) return {url: null, problem: 'the scheme stands twice'};
  if (/^https?:\\/i.test(text)) return {url: null, problem: 'it is written with backslashes'};
  if (/^https?\/\//i.test(text)) return {url: null, problem: 'the colon after the scheme is missing'};
  if (!URL.canParse(text)) return {url: null, problem: whyUnreadable(text)};
  const url = new URL(text);
  if (!/^https?:/.test(url.protocol)) {
    return {
      url: null,
      problem: /^[^/:\s]+:\d+(?:[/?#]|$)/.test(text.trim())
        ? `the scheme http:// or https:// is missing ("${url.protocol}" is read as the scheme)`
        : `its scheme "${url.protocol}//" is neither http:// nor https://`,
    };
  }
  if (url.username !== '' || url.password !== '') {
    return {url: null, problem: 'a user name or password stands before the host, which fetch refuses'};
  }
  if (BAD_PORTS.has(url.port)) return {url: null, problem: `port ${url.port} is one that fetch refuses ("bad port")`};
  if (url.hostname === '0.0.0.0' || url.hostname === '[::]') {
    return {url, problem: `${url.hostname} is an address to listen on, not one to call`};
  }
  return {url, problem: /\s/.test(text.trim()) ? 'it holds white space' : null};
};

/** Ports above 1023 that the Fetch standard blocks, and the ones below that people meet. */
const BAD_PORTS = new Set(
  '1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080'.split(
    ' ',
  ),
);

const whyUnreadable = (text: string): string => {
  if (/\s/.test(text.trim())) return 'it holds white space';
  const port = /^[a-z]+:\/\/[^/?#]*:([^/?#\]]*)(?:[/?#]|$)/i.exec(text)?.[1];
  if (port !== undefined && !/^\d*$/.test(port)) return `"${port.slice(0, 40)}" is no port number`;
  if (port !== undefined && Number(port) > 65_535) return `port ${port} is above 65535`;
  if (/^[a-z][a-z0-9+.-]*:\/\/(?:[/?#]|$)/i.test(text)) return 'the host is missing';
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return 'the scheme http:// or https:// is missing';
  return 'it is not a valid URL';
};
