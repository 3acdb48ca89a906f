import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { wurzel } from '../werkzeug/system.ts';

export interface Server {
  readonly prozess: ChildProcess;
  readonly adresse: string;
  /** Everything it printed. */
  ausgabe(): string;
}

export interface Serveroptionen {
  readonly daten: string;
  /** Instant at which the clock stands; left out, it runs with real time. */
  readonly uhr?: string;
  readonly buendel?: string;
  readonly port?: number;
  /** Without the invented town; a system whose clock stands has none anyway. */
  readonly leer?: boolean;
  readonly umgebung?: Readonly<Record<string, string>>;
}

/** Starts `npm start` as a process of its own and waits until it says that it is ready. */
export function starteServer(o: Serveroptionen): Promise<Server> {
  const argumente = [
    '--import',
    'tsx',
    join(wurzel, 'bin/local.ts'),
    '--data',
    o.daten,
    '--port',
    String(o.port ?? 0),
    // These people call the API; what it shows to others need not be built for them.
    '--oberflaeche',
    'aus',
    ...(o.leer ? ['--empty'] : []),
    ...(o.uhr ? ['--uhr', o.uhr] : []),
    ...(o.buendel ? ['--buendel', o.buendel] : []),
  ];
  const prozess = spawn(process.execPath, argumente, {
    cwd: wurzel,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...o.umgebung },
  });
  let text = '';
  return new Promise((fertig, gescheitert) => {
    const lies = (stueck: Buffer) => {
      text += stueck.toString('utf8');
      const adresse = /Adresse\s+(http:\S+?)\/\s/.exec(text)?.[1];
      if (adresse && text.includes('Strg+C beendet')) fertig({ prozess, adresse, ausgabe: () => text });
    };
    prozess.stdout.on('data', lies);
    prozess.stderr.on('data', lies);
    prozess.on('error', gescheitert);
    prozess.on('exit', (code, signal) =>
      gescheitert(new Error(`Der Server endete vor der Bereitschaft (${signal ?? code}):\n${text}`)),
    );
  });
}

/** Ends the process and waits for it. */
export function beende(server: Server, signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
  return new Promise((fertig) => {
    if (server.prozess.exitCode !== null || server.prozess.signalCode !== null) return fertig();
    server.prozess.on('exit', () => fertig());
    server.prozess.kill(signal);
  });
}
