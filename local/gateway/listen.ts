import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** A server that listens already, while its handler may come later: links need ports before parts exist. */
export interface Listener {
  port: number;
  /** Sets the handler; requests that came before wait for it. */
  serve(handler: Handler): void;
  /** Stops accepting and ends idle connections; open answers get `graceMilliseconds`. */
  close(graceMilliseconds?: number): Promise<void>;
}

function listenOnce(server: Server, port: number): Promise<number> {
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

/** Listens on `wanted`, or on a free port when it is taken or 0. */
export async function listen(wanted: number): Promise<Listener> {
  let handOver: (handler: Handler) => void = () => {};
  const handler = new Promise<Handler>((resolve) => {
    handOver = resolve;
  });
  const server = createServer((req, res) => {
    handler
      .then((run) => run(req, res))
      .catch(() => {
        if (res.headersSent) res.destroy();
        else res.writeHead(500).end();
      });
  });
  // The SDK keeps connections open; a server that closes them first makes its next request fail.
  server.keepAliveTimeout = 120_000;
  let port: number;
  try {
    port = await listenOnce(server, wanted);
  } catch (error) {
    if (!isTaken(error)) throw error;
    port = await listenOnce(server, 0);
  }
  return {
    port,
    serve: handOver,
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
