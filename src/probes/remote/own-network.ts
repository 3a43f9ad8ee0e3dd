import dgram from 'node:dgram';

/**
 * Whether this machine has a route to the internet at all. Connecting a UDP socket asks the routing table only: no packet
 * leaves. 192.0.2.1 is reserved for documentation (RFC 5737), so it is nobody's.
 */
export const hasRoute = async (): Promise<boolean> =>
  (await Promise.all([tryRoute('udp4', '192.0.2.1'), tryRoute('udp6', '2001:db8::1')])).includes(true);

const tryRoute = (type: 'udp4' | 'udp6', address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = dgram.createSocket(type);
    const done = (isRouted: boolean): void => {
      socket.close();
      resolve(isRouted);
    };
    socket.once('error', () => done(false));
    socket.once('connect', () => done(true));
    socket.connect(9, address);
  });
