import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

export interface Listener {
  /** Stops accepting and ends idle connections; open answers get `graceMilliseconds`. */
  close(graceMilliseconds?: number): Promise<void>;
}

function bind(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Loopback only: the host is nobody else's business, and it counts as TLS in policies for that reason.
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** `wanted` if it can be bound, else a free port; 0 asks for a free one. Nothing listens there yet. */
export async function findPort(wanted: number): Promise<number> {
  const probe = createServer();
  try {
    return await bind(probe, wanted);
  } catch (error) {
    if (isTaken(error)) return findPort(0);
    throw error;
  } finally {
    probe.close();
  }
}

/** Serves `handler` on 127.0.0.1. A handler that throws costs its own answer only. */
export async function listen(port: number, handler: Handler): Promise<Listener> {
  const server = createServer((req, res) => {
    Promise.resolve()
      .then(() => handler(req, res))
      .catch(() => {
        if (res.headersSent) res.destroy();
        else res.writeHead(500).end();
      });
  });
  // The SDK keeps connections open; a server that closes them first makes its next request fail.
  server.keepAliveTimeout = 120_000;
  await bind(server, port);
  return {
    close: (graceMilliseconds = 3_000) =>
      new Promise<void>((resolve) => {
        const hard = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
        server.close(() => {
          clearTimeout(hard);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
