/** The words that run a program with its calls to the network written to a file; alone: in a namespace where nobody listens. */
export const traced = (log: string, argv: readonly string[], isAlone: boolean): readonly string[] => [
  ...(isAlone ? ['unshare', '-n', 'sh', '-c', 'ip link set lo up; exec "$@"', 'sh'] : []),
  'strace',
  '-f',
  '-qq',
  '--seccomp-bpf',
  '-o',
  log,
  '-e',
  'trace=listen,bind,connect,sendto,sendmsg,sendmmsg',
  ...argv,
];

/** The calls that break the promise: any listen, a bind to a port, a packet to another port than the one that the entry names. */
export const wrongCalls = (trace: string, port: number): readonly string[] =>
  trace.split('\n').filter((line) => {
    if (/\blisten\(/.test(line)) return true;
    if (!/sa_family=AF_INET6?\b/.test(line)) return false;
    const to = Number(/sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? 0);
    if (/\bbind\(/.test(line)) return to !== 0;
    const isHere = /inet_addr\("127\.|inet_pton\(AF_INET6, "::1"/.test(line);
    return !(isHere && to === port);
  });
