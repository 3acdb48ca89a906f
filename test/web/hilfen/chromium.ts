import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const fuehreAus = promisify(execFile);
const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL('../../../node_modules/.cache', import.meta.url));

/** An unpacked Chromium: its program, and the environment it needs on this machine. */
export interface Chromium {
  readonly programm: string;
  readonly umgebung: Readonly<Record<string, string>>;
}

/**
 * The Chromium that came with npm, unpacked once per version below `node_modules/.cache`; a system's own
 * browser is never used. Any number of processes may ask at once: each unpacks into a folder of its own, and
 * the first rename wins.
 *
 * @param ablage folder that keeps it
 */
export async function holeChromium(ablage = cache): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Browser tests run on Linux x64 only; this is ${process.platform} ${process.arch}.`);
  }
  const paket = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(paket), '../../package.json'), 'utf8'));
  const ordner = join(ablage, `gremienweg-chromium-${version}`);
  if (!existsSync(ordner)) await entpacke(paket, ordner);
  const programm = join(ordner, 'chromium');
  // Text measures the same everywhere when the machine's own fonts stay out of it.
  const schriften = { FONTCONFIG_FILE: join(ordner, 'schriften.conf') };
  if (await laeuft(programm, schriften)) return { programm, umgebung: schriften };
  // A machine with nothing but Node lacks libnss3 and its kin: the package carries them.
  const umgebung = { ...schriften, LD_LIBRARY_PATH: join(ordner, 'al2023/lib') };
  if (await laeuft(programm, umgebung)) return { programm, umgebung };
  throw new Error(`Chromium does not start, not with its own libraries either: ${programm}`);
}

async function entpacke(paket: string, ordner: string): Promise<void> {
  mkdirSync(dirname(ordner), { recursive: true });
  const neu = mkdtempSync(`${ordner}.`);
  try {
    // The package unpacks into os.tmpdir() and believes what lies there: a process of its own gets an empty
    // one. The name of a Lambda runtime makes it unpack its libraries as well.
    await fuehreAus(process.execPath, ['-e', `require(${JSON.stringify(paket)}).executablePath()`], {
      env: { ...process.env, TMPDIR: neu, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    });
    writeFileSync(
      join(neu, 'schriften.conf'),
      `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${ordner}/fonts/fonts</dir><cachedir>${ordner}/schriften-cache</cachedir></fontconfig>
`,
    );
    renameSync(neu, ordner);
  } catch (fehler) {
    // Somebody else was faster.
    if (!existsSync(join(ordner, 'chromium'))) throw fehler;
  } finally {
    rmSync(neu, { recursive: true, force: true });
  }
}

async function laeuft(programm: string, umgebung: Record<string, string>): Promise<boolean> {
  try {
    await fuehreAus(programm, ['--no-sandbox', '--version'], { env: { ...process.env, ...umgebung } });
    return true;
  } catch {
    return false;
  }
}
