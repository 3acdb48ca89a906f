import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** An HTTP answer of the engine, body as it came. */
export interface EngineAnswer {
  status: number;
  body: string;
}

/** The database process behind the proxy; speaks DynamoDB's and its streams' JSON protocol. */
export interface Engine {
  /** `target` as in X-Amz-Target. Waits for a restart when the process has just died. */
  send(target: string, body: string): Promise<EngineAnswer>;
  /** Sends as the host itself and parses; throws when the engine refuses. */
  call<T = Record<string, unknown>>(operation: string, input: unknown, service?: 'streams'): Promise<T>;
  stop(): Promise<void>;
}

export interface EngineOptions {
  dataDir: string;
  /** Repository root, below which node_modules lies. */
  root: string;
  /** An endpoint to use instead of a process of one's own. */
  endpoint?: string;
  log: (line: string) => void;
}

export class EngineRefused extends Error {
  readonly code: string;
  constructor(operation: string, body: string) {
    const parsed = JSON.parse(body) as { __type?: string; message?: string; Message?: string };
    const code = parsed.__type?.split('#').at(-1) ?? 'Unknown';
    super(`${operation}: ${code}: ${parsed.message ?? parsed.Message ?? ''}`);
    this.name = 'EngineRefused';
    this.code = code;
  }
}

const targets = { data: 'DynamoDB_20120810', streams: 'DynamoDBStreams_20120810' } as const;

/** The engine does not check signatures, but wants one that looks like one. */
const authorization =
  'AWS4-HMAC-SHA256 Credential=lokal/20260101/lokal/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

function findBinary(root: string): string {
  const packaged = join(root, 'node_modules', '@dynoxide', 'linux-x64', 'dynoxide');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(packaged)) return packaged;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'dynoxide'))
    .find((file) => existsSync(file));
  if (onPath) return onPath;
  throw new Error(
    `Für ${process.platform}-${process.arch} liegt keine Datenbank bei: Bitte „dynoxide“ installieren, sodass es im PATH liegt, oder mit DYNAMODB_ENDPOINT die Adresse einer DynamoDB angeben.`,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Linux tells it without a program, which a small machine may not have; elsewhere `ps` does. */
function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Ends the engine that a killed host left behind: two must never write one file. */
async function endOrphan(pidFile: string, dbFile: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  // The number may meanwhile belong to someone else: only a process with our file is ours.
  if (pid > 0 && commandOf(pid).includes(dbFile)) {
    process.kill(pid, 'SIGKILL');
    while (commandOf(pid).includes(dbFile)) await pause(10);
  }
  rmSync(pidFile, { force: true });
}

const files = (dataDir: string) => ({
  dbFile: join(dataDir, 'dynamodb.sqlite'),
  pidFile: join(dataDir, 'dynoxide.pid'),
});

/** Ends an engine that a killed host left on this folder; call it only while nobody else has the folder. */
export async function endEngineOf(dataDir: string): Promise<void> {
  const { pidFile, dbFile } = files(dataDir);
  await endOrphan(pidFile, dbFile);
}

/** Starts the engine (or connects to `endpoint`) and returns when it answers. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const { dbFile, pidFile } = files(options.dataDir);
  let origin = options.endpoint ?? '';
  let child: ChildProcess | undefined;
  let stopping = false;
  let ready: Promise<void>;

  const post = (target: string, body: string) =>
    new Promise<EngineAnswer>((resolve, reject) => {
      const headers = {
        'content-type': 'application/x-amz-json-1.0',
        'content-length': Buffer.byteLength(body),
        'x-amz-target': target,
        'x-amz-date': '20260101T000000Z',
        authorization,
      };
      const sent = request(origin, { method: 'POST', agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks).toString('utf8') }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  /** Operations that change nothing: they may be repeated whatever became of the first attempt. */
  const onlyReads = (target: string) => /\.(Get|Query|Scan|BatchGet|TransactGet|Describe|List)/.test(target);

  const refusedConnection = (error: unknown) =>
    error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';

  async function answers(): Promise<void> {
    for (let attempt = 0; attempt < 500 && !stopping; attempt += 1) {
      try {
        await post(`${targets.data}.ListTables`, '{}');
        return;
      } catch (error) {
        if (!refusedConnection(error) || child?.exitCode !== null) throw error;
        await pause(10);
      }
    }
    throw new Error('Die Datenbank antwortet nicht.');
  }

  async function spawnChild(): Promise<void> {
    const binary = findBinary(options.root);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      origin = `http://127.0.0.1:${port}`;
      const started = spawn(
        binary,
        ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', dbFile],
        // Its own process group: Ctrl-C in a terminal is for us, and we end it when we are done.
        { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
      );
      child = started;
      let complaint = '';
      started.stderr?.on('data', (chunk: Buffer) => {
        complaint = (complaint + chunk.toString('utf8')).slice(-2000);
      });
      if (started.pid) writeFileSync(pidFile, String(started.pid));
      try {
        await answers();
      } catch (error) {
        started.kill('SIGKILL');
        // Another process may have taken the port between the look and the start.
        if (attempt < 3 && !stopping) continue;
        throw new Error(`Die Datenbank startet nicht: ${complaint.trim() || String(error)}`);
      }
      started.once('exit', () => {
        if (stopping) return;
        options.log('dynamodb: the engine died, starting it again');
        ready = spawnChild();
        ready.catch((error) => options.log(`dynamodb: ${String(error)}`));
      });
      return;
    }
  }

  mkdirSync(options.dataDir, { recursive: true });
  if (options.endpoint === undefined) {
    await endOrphan(pidFile, dbFile);
    ready = spawnChild();
  } else ready = answers();
  await ready;
  const killChild = () => child?.kill('SIGKILL');
  process.once('exit', killChild);

  async function send(target: string, body: string): Promise<EngineAnswer> {
    for (let attempt = 0; ; attempt += 1) {
      await ready;
      try {
        return await post(target, body);
      } catch (error) {
        // Refused means never received: only then can a write be repeated without doing it twice.
        const repeatable = refusedConnection(error) || onlyReads(target);
        if (!repeatable || attempt >= 200 || stopping) throw error;
        await pause(10);
      }
    }
  }

  return {
    send,
    async call<T>(operation: string, input: unknown, service?: 'streams') {
      const answer = await send(`${targets[service ?? 'data']}.${operation}`, JSON.stringify(input));
      if (answer.status !== 200) throw new EngineRefused(operation, answer.body);
      return JSON.parse(answer.body) as T;
    },
    async stop() {
      stopping = true;
      process.off('exit', killChild);
      agent.destroy();
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null) {
        const ended = new Promise((resolve) => running.once('exit', resolve));
        running.kill('SIGTERM');
        const hard = setTimeout(() => running.kill('SIGKILL'), 2000);
        await ended;
        clearTimeout(hard);
      }
      rmSync(pidFile, { force: true });
    },
  };
}
