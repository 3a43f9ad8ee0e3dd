import {clock, DAY, type Fault, HTTP, hosts, intercepted, known, named, PORTAL} from './arranging.ts';
import {openPlain} from './parts.ts';

/** Names, routes, hosts file, clock, certificates: what this machine or its network has wrong. */
export const FAULTS_OF_THE_MACHINE: readonly Fault[] = [
  {name: 'nothing is wrong', exact: ['healthy'], arrange: named(known)},
  {
    name: 'no network at all',
    exact: ['own-network-down'],
    arrange: async (stage) => {
      await stage.serve();
      stage.shell('ip route del default; ip addr flush dev lo scope global; ip link set lo down');
      return undefined;
    },
  },
  {
    name: 'no route out',
    exact: ['own-network-down'],
    arrange: async (stage) => {
      await stage.names({a: '203.0.113.99'});
      stage.shell('ip route del default');
      return undefined;
    },
  },
  {
    name: 'the name server refuses connections',
    exact: ['dns-not-answering'],
    arrange: async (stage) => stage.serve().then(() => undefined),
  },
  {name: 'the name server is a black hole', exact: ['dns-not-answering'], arrange: named('silence')},
  {name: 'the name server fails (SERVFAIL)', exact: ['dns-not-answering'], arrange: named({code: 2})},
  {name: 'the name server refuses us (REFUSED)', exact: ['dns-not-answering'], arrange: named({code: 5})},
  {name: 'the name server denies the name (NXDOMAIN)', exact: ['host-not-found'], arrange: named({code: 3})},
  {name: 'the hosts file sends the name to this machine', exact: ['hosts-file-entry'], arrange: hosts('127.0.0.1')},
  {name: 'the hosts file sends the name into the void', exact: ['hosts-file-entry'], arrange: hosts('203.0.113.99')},
  {
    name: 'the host has IPv6 only and we have none',
    exact: ['ip-family-missing'],
    arrange: named({aaaa: '2001:db8::10'}),
  },
  {
    name: 'the host has IPv4 only and we have IPv6 alone',
    exact: ['ip-family-missing'],
    arrange: async (stage) => {
      await stage.names({a: '198.51.100.7'});
      stage.shell('ip route del default; ip -6 addr add 2001:db8::2/128 dev lo; ip -6 route add default dev lo');
      return undefined;
    },
  },
  {
    name: 'a firewall of this machine forbids the connection',
    exact: ['own-firewall-refuses'],
    arrange: async (stage) => {
      await stage.names({a: '198.51.100.7'});
      stage.shell('ip route add prohibit 198.51.100.7');
      return undefined;
    },
  },
  {
    name: 'the way to the host is cut (EHOSTUNREACH)',
    exact: ['host-unreachable'],
    arrange: async (stage) => {
      await stage.names({a: '198.51.100.7'});
      stage.shell('ip route add unreachable 198.51.100.7');
      return undefined;
    },
  },
  {name: 'a firewall drops every packet', exact: ['host-unreachable'], arrange: named({a: '198.51.100.7'})},
  {
    name: 'a captive portal answers in plain HTTP',
    exact: ['captive-portal'],
    arrange: async (stage) => {
      await openPlain((_, response) => response.writeHead(200, {'content-type': 'text/html'}).end(PORTAL));
      await stage.names(known);
      return {url: HTTP};
    },
  },
  {
    name: 'a captive portal answers 511',
    exact: ['captive-portal'],
    arrange: async (stage) => {
      await openPlain((_, response) =>
        response.writeHead(511, {'content-type': 'text/html'}).end('<p>Log in first</p>'),
      );
      await stage.names(known);
      return {url: HTTP};
    },
  },
  {
    name: 'a captive portal answers with its own certificate',
    exact: ['tls-intercepted'],
    arrange: intercepted('Hotel Portal CA', 'wifi-login.hotel.example'),
  },
  {
    name: 'a company gateway opens TLS',
    exact: ['tls-intercepted'],
    arrange: intercepted('Acme Web Security Gateway CA'),
  },
  {name: 'a virus scanner opens TLS', exact: ['tls-intercepted'], arrange: intercepted('Avast Web/Mail Shield Root')},
  {
    name: 'a company root that nobody told us of',
    exact: ['tls-unknown-issuer'],
    arrange: intercepted('Acme Root 2024'),
  },
  {name: 'our clock is a day behind', exact: ['own-clock-wrong'], arrange: clock(DAY)},
  {name: 'our clock is a day ahead', exact: ['own-clock-wrong'], arrange: clock(-DAY)},
  {name: 'our clock is ten years behind', exact: ['own-clock-wrong'], arrange: clock(3652 * DAY)},
  {name: 'our clock is ten years ahead', exact: ['own-clock-wrong'], arrange: clock(-3652 * DAY)},
];
