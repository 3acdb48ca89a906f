import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liesPost, mailkennung } from '../demo/abschluss.ts';
import { reise } from '../demo/reise.ts';
import { Welt } from '../demo/welt.ts';
import { wurzel } from '../werkzeug/system.ts';

/** What a run leaves: to be compared with the run that nobody killed. */
export interface Abdruck {
  /** Hashes of all events by chain. */
  readonly ketten: Readonly<Record<string, string>>;
  /** SHA-256 of the papers by Vorlage and event. */
  readonly papiere: Readonly<Record<string, string>>;
  /** Every news a person had by mail, sorted; a repeated mail (same id) counts once. */
  readonly post: readonly string[];
  /** Deliveries beyond the first of one mail id. */
  readonly doppelteMails: number;
  readonly tode: readonly string[];
}

export interface Laufoptionen {
  /** Where the process dies, in turn; after the last it lives. */
  readonly tode: readonly string[];
  readonly buendel: string;
  readonly sage: (zeile: string) => void;
}

/** Keeps a victim running: whenever it dies, the next one takes over the same folder. */
class Aufsicht {
  adresse = '';
  readonly gestorben: string[] = [];
  #prozess: ChildProcess | null = null;
  #beendet = false;
  readonly #plan: string[];
  readonly #daten: string;
  readonly #buendel: string;

  constructor(daten: string, o: Laufoptionen) {
    this.#daten = daten;
    this.#buendel = o.buendel;
    this.#plan = [...o.tode];
  }

  starte(): Promise<void> {
    const tod = this.#plan.shift() ?? 'nie';
    const prozess = spawn(
      process.execPath,
      [
        '--import',
        'tsx',
        join(wurzel, 'bin/kill/opfer.ts'),
        '--data',
        this.#daten,
        '--buendel',
        this.#buendel,
        '--uhr',
        '2026-03-24T08:00:00.000Z',
        '--tod',
        tod,
      ],
      { cwd: wurzel, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#prozess = prozess;
    let text = '';
    return new Promise((fertig, gescheitert) => {
      const lies = (stueck: Buffer) => {
        text += stueck.toString('utf8');
        const adresse = /^Adresse (\S+)$/m.exec(text)?.[1];
        if (!adresse) return;
        this.adresse = adresse;
        fertig();
      };
      prozess.stdout.on('data', lies);
      prozess.stderr.on('data', (stueck: Buffer) => {
        text += stueck.toString('utf8');
      });
      prozess.on('exit', (code, signal) => {
        if (this.#beendet) return;
        if (signal === 'SIGKILL') {
          this.gestorben.push(tod);
          this.starte().then(fertig, gescheitert);
        } else {
          gescheitert(new Error(`Der Prozess endete mit ${code}:\n${text.slice(-4_000)}`));
        }
      });
    });
  }

  beende(): Promise<void> {
    this.#beendet = true;
    return new Promise((fertig) => {
      const p = this.#prozess;
      if (!p || p.exitCode !== null || p.signalCode !== null) return fertig();
      p.on('exit', () => fertig());
      p.kill('SIGINT');
    });
  }
}

/** Drives the demo journey on a system that dies at the given points, and takes its print. */
export async function laufe(o: Laufoptionen): Promise<Abdruck> {
  const daten = mkdtempSync(join(tmpdir(), 'gremienweg-kill-'));
  const aufsicht = new Aufsicht(daten, o);
  try {
    await aufsicht.starte();
    const { login } = (await (await fetch(`${aufsicht.adresse}/api/einstellungen`)).json()) as {
      login: { clientId: string };
    };
    const welt = new Welt({
      basis: aufsicht.adresse,
      clientId: login.clientId,
      saat: 'kill',
      stellbareUhr: true,
      geduld: 60_000,
      sage: o.sage,
    });
    await reise(welt);
    await welt.stelleUhr('2026-05-21T05:31:00.000Z');
    const abdruck = { ...(await nimmAbdruck(welt)), tode: aufsicht.gestorben };
    await aufsicht.beende();
    rmSync(daten, { recursive: true, force: true });
    return abdruck;
  } catch (fehler) {
    // Kept for whoever looks for the loss.
    console.error(`Gestorben bei: ${aufsicht.gestorben.join(', ')}. Daten: ${daten}`);
    await aufsicht.beende();
    throw fehler;
  }
}

async function nimmAbdruck(welt: Welt): Promise<Omit<Abdruck, 'tode'>> {
  const revision = welt.als('sommerlad');
  const { eintraege } = welt.gelungen<{ eintraege: { art: string; id: string }[] }>(
    await revision.get('/ketten'),
    'Ketten',
  );
  const ketten: Record<string, string> = {};
  const papiere: Record<string, string> = {};
  for (const { art, id } of eintraege) {
    const kette = welt.gelungen<{ ereignisse: { hash: string }[]; befund: { gueltig: boolean } }>(
      await revision.get(`/ketten/${art}/${id}`),
      `Kette ${id}`,
    );
    welt.erwarte(kette.befund.gueltig, `Die Kette ${art} ${id} ist unversehrt`, kette.befund);
    // People and Gremien are set up before the journey, at the same instant.
    ketten[`${art}/${id}`] = kette.ereignisse.map((e) => e.hash).join(' ');
    if (art !== 'Vorlage') continue;
    const { papiere: liste } = welt.gelungen<{ papiere: { ereignis: number; sha256: string }[] }>(
      await revision.get(`/vorlagen/${id}`),
      `Vorlage ${id}`,
    );
    for (const p of liste) papiere[`${id}/${p.ereignis}`] = p.sha256;
  }
  const post = await liesPost(welt);
  const kennungen = post.map(mailkennung);
  const einmal = post.filter((_, i) => kennungen.indexOf(kennungen[i] ?? '') === i);
  const neuigkeiten = einmal.flatMap((m) => {
    const titel = m.betreff.startsWith('Gremienweg: ')
      ? m.text.split('\n').filter((z) => /: UV\/\d/.test(z))
      : [m.betreff];
    return titel.map((t) => `${m.an[0]} ${t}`);
  });
  return { ketten, papiere, post: neuigkeiten.sort(), doppelteMails: post.length - einmal.length };
}
