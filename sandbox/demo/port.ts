import { createServer } from 'node:net';

/** The port when it is free on 127.0.0.1 (0: any free one), otherwise null. */
export const freePort = (wanted: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });

const DEFAULT_PORT = 3999;

/**
 * Where the page is served: `SANDBOX_PORT` when given, otherwise 3999 or, where that is taken, any free port.
 * @throws when the given port is malformed or taken.
 */
export const choosePort = async (given: string | undefined): Promise<number> => {
  if (!given) return (await freePort(DEFAULT_PORT)) ?? 0;
  const wanted = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (!(wanted <= 65_535)) throw new Error('SANDBOX_PORT must be a port number, 0 to 65535.');
  if ((await freePort(wanted)) === null)
    throw new Error(`Port ${wanted} is taken. Set SANDBOX_PORT to a free one, or to 0 for any.`);
  return wanted;
};
