import {advice} from '../facts/http-changes.ts';
import {isLoopback, tlsCode} from '../facts/network-reach.ts';
import {certificateLines, trustFixes} from '../facts/tls-certificate.ts';
import {defineFailure} from '../failure.ts';

export const tlsIntercepted = defineFailure({
  id: 'tls-intercepted',
  class: 'config',
  step: 'network',
  title: 'Something on the way opens the encrypted connection',
  severity: 'error',
  waitingHelps: false,
  needs: ['network'],
  signatures: [
    {
      match:
        /\b(?:zscaler|netskope|fortigate|mitmproxy|(?:ssl|tls|https) (?:inspection|interception))\b.{0,120}(?:certificate|issuer|self[- ]signed|verify)/i,
      confidence: 'likely',
    },
  ],
  remedies: [
    'Set NODE_EXTRA_CA_CERTS to the root certificate of the company proxy or virus scanner (your IT has it)',
    'Except this host from the inspection, or sign in to the network first',
  ],
  detect: ({network}) => {
    const code = tlsCode(network);
    if (code === null || code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID' || isLoopback(network))
      return null;
    // A server's own name says nothing of what stands between.
    const names = [network.tls?.issuer ?? '', network.tls?.subject ?? ''].filter(
      (name) => !name.includes(network.host),
    );
    const portal = names.find((name) => PORTAL.test(name));
    if (portal !== undefined) return {who: portal, isPortal: true};
    const who = names.find((name) => INSPECTORS.test(name) || ROLES.test(name));
    return who === undefined ? null : {who, isPortal: false};
  },
  explain: ({who, isPortal}, {network}) => ({
    cause: isPortal
      ? `Not ${network.host} answers but the network of this machine: the certificate is that of "${who}". It wants somebody to sign in before it lets requests out.`
      : `The certificate that arrives for ${network.host} was made by "${who}": a company proxy or a virus scanner opens the connection on the way, and programs here do not trust it. The server itself is not at fault.`,
    confidence: 'likely',
    waitingHelps: isPortal,
    evidence: certificateLines(network),
  }),
  fixes: ({who, isPortal}, {network}) =>
    isPortal
      ? [advice('open-browser', 'Open a browser on this machine, sign in to the network, then run the check again')]
      : [
          ...trustFixes(network, `the root certificate of "${who}" (your IT or the program's settings have it)`),
          advice('except-host', `Or except ${network.host} from the inspection in that proxy or virus scanner`),
        ],
});

/** Makers of proxies, firewalls and virus scanners that sign certificates of their own, as their roots are named. */
const INSPECTORS =
  /\b(?:zscaler|netskope|forti(?:net|gate|proxy)|palo ?alto|blue ?coat|symantec web|umbrella|cisco secure web|sophos|check ?point|kaspersky|avast|avg web|eset ssl|bitdefender|mcafee web|skyhigh|forcepoint|websense|watchguard|barracuda|sonicwall|untangle|cato networks|menlo security|iboss|lightspeed|securly|goguardian|mitmproxy|charles proxy|portswigger|do_not_trust_fiddlerroot|fiddler|squid|pfsense|opnsense|netfree|adguard|norton web|webroot|dr\.?web|cloudflare for teams|gateway ca - cloudflare|warp)\b/i;

/** What an issuer calls itself that inspects. */
const ROLES =
  /\b(?:(?:ssl|tls|https)[ -]?(?:inspection|interception|decryption|scan(?:ning)?)|deep inspection|web (?:security )?gateway|(?:forward|web|secure|company|corporate) proxy|proxy (?:root )?ca|forward trust)\b/i;

const PORTAL = /captive|hot ?spot|wi-?fi|guest (?:network|access|portal)|(?:login|access|network)[ -]?portal/i;
