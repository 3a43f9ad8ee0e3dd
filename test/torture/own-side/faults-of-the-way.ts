import fs from 'node:fs';
import path from 'node:path';
import {randomOf} from '../trial.ts';
import {between, type Fault, HTTP, inFront, known, PROXY, proxied, squid} from './arranging.ts';
import {ADDRESS, healthyAnswer, lateRelay, openPlain, openRaw, relay} from './parts.ts';

/** Proxies, edges, lines and limits: what stands between us and the server, or in ourselves. */
export const FAULTS_OF_THE_WAY: readonly Fault[] = [
  {
    name: 'the proxy wants a login (407)',
    exact: ['proxy-auth-required'],
    arrange: proxied(
      {status: '407 Proxy Authentication Required', headers: 'Proxy-Authenticate: Basic realm="x"\r\n'},
      PROXY,
    ),
  },
  {
    name: 'the proxy wants a login, plain HTTP',
    exact: ['proxy-auth-required'],
    arrange: proxied(
      {status: '407 Proxy Authentication Required', headers: 'Proxy-Authenticate: Basic realm="x"\r\n'},
      PROXY,
      HTTP,
    ),
  },
  {
    name: 'the proxy refuses CONNECT',
    exact: ['proxy-refuses-host'],
    arrange: proxied({status: '403 Forbidden'}, PROXY),
  },
  {
    name: 'the proxy opens no tunnels',
    exact: ['proxy-refuses-host'],
    arrange: proxied({status: '405 Method Not Allowed'}, PROXY),
  },
  {
    name: 'the proxy cannot reach the host (502)',
    exact: ['proxy-refuses-host'],
    arrange: proxied({status: '502 Bad Gateway'}, PROXY),
  },
  {
    name: 'the proxy gives its own error page, plain HTTP',
    exact: ['proxy-refuses-host'],
    arrange: proxied(
      {status: '503 Service Unavailable', headers: squid, body: '<h1>Unable to determine IP address</h1>'},
      PROXY,
      HTTP,
    ),
  },
  {
    name: 'the proxy is not there',
    exact: ['proxy-unreachable'],
    arrange: proxied(null, {HTTPS_PROXY: 'http://127.0.0.1:3999'}),
  },
  {
    name: 'the proxy has a name that does not resolve',
    exact: ['proxy-unreachable'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names({code: 3});
      return {env: {HTTPS_PROXY: 'http://proxy.acme.example:3128'}};
    },
  },
  {
    name: 'the proxy takes the connection and says nothing',
    exact: ['proxy-unreachable'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names(known);
      await openRaw(() => undefined, 3128, '127.0.0.1');
      return {env: PROXY};
    },
  },
  {
    name: 'a limit in front of the server (429 with Retry-After)',
    exact: ['rate-limited'],
    arrange: inFront(429, {'retry-after': '30'}),
  },
  {
    name: 'the edge is busy (503 with Retry-After)',
    exact: ['gateway-error'],
    arrange: inFront(503, {'retry-after': '60'}),
  },
  {
    name: 'the edge is busy for a moment',
    exact: ['briefly-unavailable'],
    arrange: inFront(503, {'retry-after': '1'}, 1),
  },
  {
    name: 'something cuts TLS at its first bytes',
    exact: ['tls-failed'],
    arrange: between((_chunk, _pass, cut) => cut()),
  },
  {
    name: 'something swallows every answer',
    exact: ['tls-failed'],
    arrange: between((chunk, pass, _cut, isAnswer) => (isAnswer ? undefined : pass(chunk))),
  },
  {
    name: 'something resets each answer after its first bytes',
    exact: ['connection-reset', 'answer-truncated'],
    arrange: async (stage) => {
      await openPlain(healthyAnswer(), 8080);
      await openRaw(
        relay(8080, (chunk, pass, cut, isAnswer) => (isAnswer ? cut() : pass(chunk))),
        80,
      );
      await stage.names(known);
      return {url: HTTP};
    },
  },
  {
    name: 'a third of what is sent comes a second late (loss)',
    exact: ['healthy'],
    arrange: async (stage) => {
      const random = randomOf(7);
      await stage.serve({port: 8443});
      await openRaw((socket) => lateRelay(8443, () => (random() < 0.3 ? 1000 : 0))(socket), 443);
      await stage.names(known);
      return undefined;
    },
  },
  {
    name: 'a slow line (a kilobyte in a quarter of a second)',
    exact: ['healthy'],
    arrange: async (stage) => {
      await stage.serve({port: 8443});
      await openRaw(
        lateRelay(8443, (bytes) => bytes / 4),
        443,
      );
      await stage.names(known);
      return undefined;
    },
  },
  {
    name: 'all our own ports are taken',
    exact: ['own-limit-reached'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names(known);
      stage.shell('echo "40000 40001" > /proc/sys/net/ipv4/ip_local_port_range');
      const {connect} = await import('node:net');
      for (let count = 0; count < 2; count += 1)
        await new Promise((done) => connect({host: ADDRESS, port: 443}).once('connect', done).once('error', done));
      return undefined;
    },
  },
  {
    name: 'our own file limit',
    exact: ['own-limit-reached', 'healthy'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names(known);
      return {before: ['prlimit', '--nofile=22']};
    },
  },
  {
    name: 'our own disk is full',
    exact: ['healthy'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names(known);
      fs.mkdirSync(path.join(stage.dir, 'full'), {recursive: true});
      stage.shell(
        `mount -t tmpfs -o size=16k tmpfs ${stage.dir}/full; head -c 16384 /dev/zero > ${stage.dir}/full/x || true`,
      );
      return {
        env: {XDG_DATA_HOME: `${stage.dir}/full`, XDG_CONFIG_HOME: `${stage.dir}/full`, TMPDIR: `${stage.dir}/full`},
      };
    },
  },
  {
    name: 'our own memory is small',
    exact: ['healthy'],
    arrange: async (stage) => {
      await stage.serve();
      await stage.names(known);
      return {env: {NODE_OPTIONS: '--max-old-space-size=48'}};
    },
  },
];
