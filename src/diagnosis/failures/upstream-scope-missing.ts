import {advise} from '../facts/launch-fixes.ts';
import {defineSaidFailure} from '../facts/launch-said.ts';
import {clip} from '../facts/stderr-lines.ts';

export const upstreamScopeMissing = defineSaidFailure({
  id: 'upstream-scope-missing',
  class: 'auth',
  title: "The server's credential lacks a right",
  patterns: [
    /\bmissing_scope\b(?:[^\n]{0,40}\bneeded:? ?["']?(?<scope>[\w:.,-]{1,200}))?[^\n]*/,
    /insufficient authentication scopes[^\n]*|ACCESS_TOKEN_SCOPE_INSUFFICIENT/i,
    /\b(?:granted|has) (?:all |the )?(?:the )?required scopes\b(?:[^\n]{0,120}?(?:one of the following scopes|requiredGranularScopes)"?:? ?\[?['"[]{0,3}(?<scope>[\w:./-]{2,80}))?[^\n]*/i,
    /"?requiredGranularScopes"?: ?\["(?<scope>[\w:./-]{2,80})/,
    /is not authorized to perform: (?<scope>[\w:*-]{2,80})[^\n]*/,
    /does not have authorization to perform action '(?<scope>[^'\n]{2,120})'[^\n]*/,
    /\(AccessDenied(?:Exception)?\) when calling[^\n]*/,
    /(?<share>\bnot_in_channel\b|shared with your integration)[^\n]*/,
    /\b(?:missing|lacks?|without|requires?|needs?) (?:the )?(?:following |required )?(?:OAuth )?scopes?:? ?["'`[]?(?<scope>[\w:./,-]{2,200})?[^\n]*/i,
  ],
  alsoKnownAs: [
    /\b(?:do(?:es)?|did) not have (?:the |any )?(?:[\w.:-]{1,60} )?(?:permissions?|rights?)\b(?! to this repository)|is forbidden: User "|[Ff]ailed permission[^\n]{0,40}|\b(?:token|key|credential) needs? the [\w:.]{2,60} scope/,
    /caller does not have permission|PERMISSION_DENIED/,
  ],
  remedies: ['Add the missing right (scope) to the credential at the service, and give the new one to the server'],
  confidence: 'likely',
  cause: ({groups, line}) =>
    groups['share'] !== undefined
      ? `The service knows the credential, and what is asked for is not shared with it: "${clip(line, 200)}".`
      : `The service knows the credential, and it lacks ${groups['scope'] === undefined ? 'a right (scope)' : `the right (scope) ${groups['scope']}`}: "${clip(line, 200)}".`,
  fixes: ({groups}) => [
    ...(groups['share'] === undefined
      ? []
      : [
          advise(
            'share',
            'Share the page, database or channel with the integration (Notion: Connections; Slack: /invite the app)',
          ),
        ]),
    advise(
      'add-scope',
      `Add ${groups['scope'] === undefined ? 'the scope that the message names' : `the scope ${groups['scope']}`} to the app or token at the service, install or make it anew, and give the new token to the server`,
    ),
  ],
});
