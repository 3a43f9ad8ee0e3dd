import {type Answer, headerOf} from './http-answer.ts';

/** The answer is a web page, made for a browser. */
export const isPage = (answer: Answer | null): boolean => answer !== null && answer.body.kind === 'html';

/** A page that asks a person to sign in. */
export const isSignInPage = (answer: Answer): boolean =>
  isPage(answer) &&
  (/\b(?:sign|log)[ -]?(?:in|on)\b|\bSSO\b|authenticat/i.test(answer.body.title ?? '') ||
    /<input[^>]{1,200}type=["']?password|login\.microsoftonline\.com|accounts\.google\.com|SAMLRequest/i.test(
      answer.body.text,
    ));

/** The page of a hotel, a train or an office network that wants to be clicked first (RFC 6585: 511). */
export const isPortal = (answer: Answer): boolean =>
  answer.status === 511 ||
  (isPage(answer) &&
    /captive portal|hot ?spot|wi-?fi (?:login|access|portal)|guest (?:network|wi-?fi)|network authentication required/i.test(
      `${answer.body.title ?? ''} ${answer.body.text}`,
    ));

/** A guard against robots answered in place of the server. */
export const isBotGuard = (answer: Answer): boolean =>
  headerOf(answer, 'cf-mitigated') !== null ||
  ((answer.status === 403 || answer.status === 503 || answer.status === 429) &&
    isPage(answer) &&
    /just a moment|attention required|checking your browser|challenge-platform|cf-chl|incapsula|_abck|ddos.?protection|captcha|requested url was rejected|incident id|bot (?:detection|protection|management)/i.test(
      `${answer.body.title ?? ''} ${answer.body.text}`,
    ));

/** 'the page "Team dashboard"', or 'a web page' where it has no title. */
export const pageName = (answer: Answer): string =>
  answer.body.title === null ? 'a web page' : `the web page "${answer.body.title}"`;
