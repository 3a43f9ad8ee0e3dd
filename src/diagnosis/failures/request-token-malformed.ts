import type {ValueShape} from '../../model/value-shape.ts';
import {changeAt} from '../facts/config-entry.ts';
import {callOf, lineOf, placeOf, shortOf} from '../facts/request-server.ts';
import {defineFailure} from '../failure.ts';

export const requestTokenMalformed = defineFailure({
  id: 'request-token-malformed',
  class: 'auth',
  step: 'config',
  title: 'The "authorization_token" of a server is more or less than a token',
  severity: 'error',
  waitingHelps: false,
  needs: ['request', 'entry'],
  signatures: [
    {
      match: /mcp_servers\.\d+\.(?:\w+\.)?authorization_token: (?:Input should be|String should)/i,
      confidence: 'certain',
    },
    {match: /authorization_token.{0,60}(?:must not|should not|without) .{0,20}bearer/i, confidence: 'certain'},
  ],
  remedies: [
    'Write the bare token into "authorization_token": no "Bearer", no quotation marks, no white space, no ${VARIABLE}',
    'Leave "authorization_token" out where the server needs none',
  ],
  detect: ({request: {about}}) => {
    const wrong =
      about?.isTokenOdd === true ? NO_TEXT : about?.token == null ? null : wrongIn(about.token, about.hasSpaceInToken);
    return about === null || wrong === null ? null : {about, wrong};
  },
  explain: ({about, wrong}, {entry}) => ({
    cause: `The "authorization_token" of ${callOf(about)} ${wrong.what}; the connector writes it behind "Bearer " as it stands, and the server sees no valid token.`,
    evidence: [lineOf(about, entry, 'authorization_token', wrong.deciding)],
    location: placeOf(entry, 'authorization_token'),
  }),
  fixes: ({about, wrong}, {entry}) => {
    const why = 'The connector adds "Bearer " itself and sends the rest as it stands';
    const path = ['authorization_token'];
    if (wrong.how !== null) {
      const change = changeAt(entry, path, {kind: 'rewrite', how: {how: wrong.how}}, why);
      return [{id: wrong.how, title: wrong.title(shortOf(about)), kind: 'edit', change}];
    }
    const edit = {kind: 'ask', label: `The token of ${shortOf(about)}`, isSecret: true, shape: 'token'} as const;
    return [
      {id: 'fill-in', title: wrong.title(shortOf(about)), kind: 'edit', change: changeAt(entry, path, edit, why)},
      {
        id: 'leave-out',
        title: `Remove "authorization_token" of ${shortOf(about)} where the server needs no token`,
        kind: 'advice',
      },
    ];
  },
});

interface Wrong {
  readonly what: string;
  readonly how: 'strip-scheme' | 'unquote' | 'strip-control' | 'trim' | null;
  readonly title: (server: string) => string;
  readonly deciding?: string;
}

const NO_TEXT: Wrong = {
  what: 'is no text in quotes',
  how: null,
  title: (of) => `Write the token of ${of} as a text in quotes`,
};

/** The first thing that keeps it from being a token. */
const wrongIn = (token: ValueShape, hasSpaceInside: boolean): Wrong | null => {
  const {placeholder} = token;
  if (token.isEmpty)
    return {what: 'is empty', how: null, title: (of) => `Put the token of ${of} into "authorization_token"`};
  if (placeholder !== null) {
    return {
      what: `still holds the placeholder ${placeholder}`,
      how: null,
      title: (of) => `Replace ${placeholder} by the token of ${of}`,
      deciding: placeholder,
    };
  }
  if (token.references.length > 0) {
    const written = token.references.join(', ');
    return {
      what: `still holds the variable ${written}, which nobody fills in on the way`,
      how: null,
      title: (of) => `Put the value of ${written} into "authorization_token" of ${of} before the request is sent`,
      deciding: token.references[0] ?? '',
    };
  }
  if (token.quotedBy !== null)
    return {
      what: `stands in quotation marks (${token.quotedBy}) of its own`,
      how: 'unquote',
      title: (of) => `Remove the quotation marks around the token of ${of}`,
    };
  if (token.scheme !== null)
    return {
      what: `begins with "${token.scheme}"`,
      how: 'strip-scheme',
      title: (of) => `Remove "${token.scheme}" from "authorization_token" of ${of}: write the bare token`,
      deciding: token.scheme,
    };
  if (token.hasLineEnd || token.hasControl)
    return {
      what: 'holds a line end or another control character',
      how: 'strip-control',
      title: (of) => `Remove the line end from the token of ${of}`,
    };
  if (token.hasOuterSpace)
    return {
      what: 'has white space around it',
      how: 'trim',
      title: (of) => `Remove the white space around the token of ${of}`,
    };
  if (hasSpaceInside)
    return {
      what: 'holds white space between its characters',
      how: null,
      title: (of) => `Copy the token of ${of} again: a token holds no white space`,
    };
  if (token.hasNonAscii)
    return {
      what: 'holds characters that no token holds (outside ASCII)',
      how: null,
      title: (of) => `Copy the token of ${of} again, without the odd characters`,
    };
  return null;
};
