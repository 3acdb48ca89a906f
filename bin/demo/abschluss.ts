import { createHash } from 'node:crypto';
import { type Kettenbefund, pruefeKette } from '../../domain/ereignisse/kette.ts';
import { demogremien, demopersonen } from '../werkzeug/musterstadt.ts';
import type { Ablage } from './ablage.ts';
import { ladePapier } from './papiere.ts';
import type { Reiseziel } from './reise.ts';
import { sieh } from './vorlagenweg.ts';
import type { Welt } from './welt.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A mail as the embedded inbox lists it. */
export interface Postmail {
  readonly id: string;
  readonly an: readonly string[];
  readonly betreff: string;
  readonly kopfzeilen: readonly (readonly [string, string])[];
  readonly text: string;
}

/** The id that a repeated delivery of one mail keeps. */
export function mailkennung(mail: Postmail): string {
  return mail.kopfzeilen.find(([name]) => name === 'X-Gremienweg-Mail-Id')?.[1] ?? '';
}

/** What the Dezernat's staff must have had by mail. */
interface Sollpost {
  /** Mails sent at once: beginning of the subject, how many. */
  readonly sofort: readonly (readonly [string, number])[];
  /** News that the daily digest must have brought them. */
  readonly gesammelt: readonly string[];
}

/** @param mitSammelpost whether a morning has come since: only a clock that can be set makes one */
function sollpost([a, b, c]: readonly [string, string, string], mitSammelpost: boolean): Sollpost {
  return {
    sofort: [
      [`Wartet auf Sie: ${a}`, 2],
      [`Wartet auf Sie: ${b}`, 1],
      [`Wartet auf Sie: ${c}`, 1],
      [`Ergebnis: ${a}`, 1],
      [`Ergebnis: ${b}`, 2],
      [`Ergebnis: ${c}`, 3],
    ],
    gesammelt: mitSammelpost
      ? [
          `Freigabe durch Sozialamt: ${a}`,
          `Freigabe durch Formprüfung (Sozialausschuss): ${a}`,
          ...[a, b, c].map((nummer) => `Auf der Tagesordnung: ${nummer}`),
        ]
      : [],
  };
}

/** Step 6: the Dezernat's mails, every chain; and everything is laid down in the folder. */
export async function schliesseAb(welt: Welt, ziel: Reiseziel, ablage: Ablage): Promise<void> {
  welt.sage('6  Post des Dezernats und Prüfung aller Ereignisketten.');
  await welt.stelleUhr('2026-05-21T05:31:00.000Z');
  if (welt.o.stellbareUhr || welt.o.postfach) await pruefePost(welt, ziel, ablage);
  else await pruefeNachrichten(welt);
  await pruefeKetten(welt, ablage);
  for (const id of [ziel.a, ziel.b, ziel.c]) {
    const { vorlage, papiere } = await sieh(welt, 'sommerlad', id);
    for (const p of papiere) {
      const bytes = await ladePapier(welt, 'sommerlad', id, p);
      ablage.lege(`papiere/${String(p.ereignis).padStart(3, '0')}_${p.dateiname}`, bytes);
    }
    await legeAusfuehrungAb(welt, ablage, id, vorlage.nummer ?? id);
  }
}

async function pruefePost(welt: Welt, ziel: Reiseziel, ablage: Ablage): Promise<void> {
  const nummer = async (id: string) => (await sieh(welt, 'sommerlad', id)).vorlage.nummer ?? id;
  const nummern = [await nummer(ziel.a), await nummer(ziel.b), await nummer(ziel.c)] as const;
  const soll = sollpost(nummern, welt.o.stellbareUhr);
  // A system that runs on holds the mails of earlier days: only what names our Vorlagen is ours.
  const unsere = async () =>
    (await liesPost(welt)).filter((m) => welt.o.stellbareUhr || nummern.some((nr) => m.betreff.includes(nr)));
  const mails = await welt
    .bis(welt.o.stellbareUhr ? 'Die Sammelpost ist verschickt' : 'Die Mails sind verschickt', async () => {
      const alle = await unsere();
      const vollstaendig = ['reinicke', 'brandner'].every((p) => fehlend(soll, alle, p).length === 0);
      return vollstaendig ? alle : null;
    })
    .catch(async (fehler: unknown) => {
      const alle = await unsere();
      for (const p of ['reinicke', 'brandner'])
        welt.sage(`   ${p} fehlt: ${fehlend(soll, alle, p).join(', ')}`);
      throw fehler;
    });
  for (const person of ['reinicke', 'brandner']) {
    const eigene = mails.filter((m) => m.an.some((a) => a.startsWith(`${person}@`)));
    welt.sage(`   ${person}@musterstadt.example: ${eigene.length} Mails`);
    for (const m of eigene) welt.sage(`     – ${m.betreff}`);
    const kennungen = eigene.map((m) => mailkennung(m));
    const doppelte = kennungen.length - new Set(kennungen).size;
    if (welt.o.geduld === 0) welt.erwarte(doppelte === 0, `${person} bekommt keine Mail doppelt`, doppelte);
  }
  for (const m of mails) {
    const antwort = await fetch(`${welt.o.basis}/_postfach/api/mails/${encodeURIComponent(m.id)}.eml`);
    welt.erwarte(antwort.ok, 'Die Mail ist als .eml abrufbar', antwort.status);
    ablage.lege(`mails/${m.an[0]?.split('@')[0]}_${m.id}.eml`, new Uint8Array(await antwort.arrayBuffer()));
  }
}

/** What a member of the Dezernat's staff should have had by mail and has not. */
function fehlend(soll: Sollpost, mails: readonly Postmail[], person: string): string[] {
  const eigene = mails.filter((m) => m.an.some((a) => a.startsWith(`${person}@`)));
  const kennungen = (anfang: string) =>
    new Set(eigene.filter((m) => m.betreff.startsWith(anfang)).map((m) => mailkennung(m)));
  const einzeln = soll.sofort
    .filter(([anfang, zahl]) => kennungen(anfang).size !== zahl)
    .map(([anfang, zahl]) => `${anfang} (${kennungen(anfang).size} statt ${zahl})`);
  const gesammelt = soll.gesammelt.filter(
    (zeile) => !eigene.some((m) => m.betreff.includes(zeile) || m.text.includes(zeile)),
  );
  return [...einzeln, ...gesammelt];
}

export async function liesPost(welt: Welt): Promise<Postmail[]> {
  return welt.bis('Das Postfach ist lesbar', async () => {
    try {
      const antwort = await fetch(`${welt.o.basis}/_postfach/api/mails`);
      return (await antwort.json()) as Postmail[];
    } catch {
      return null;
    }
  });
}

/** A deployed system sends to real mailboxes: what was told is read from the record instead. */
async function pruefeNachrichten(welt: Welt): Promise<void> {
  await welt.bis('Das Dezernat hat alle Nachrichten', async () => {
    const { eintraege } = (await welt.als('brandner').get('/nachrichten?anzahl=100')).json as {
      eintraege: { anlass: string; nummer: string }[];
    };
    return eintraege.filter((n) => n.anlass === 'ergebnis').length >= 6;
  });
}

/** Verifies every chain from its bytes, here and not on the server's word. */
async function pruefeKetten(welt: Welt, ablage: Ablage): Promise<void> {
  const { eintraege } = welt.gelungen<{ eintraege: { art: string; id: string }[] }>(
    await welt.als('sommerlad').get('/ketten'),
    'Ketten auflisten',
  );
  for (const art of ['Gremium', 'Person', 'Sitzung', 'Vorlage']) {
    welt.erwarte(
      eintraege.some((e) => e.art === art),
      `Es gibt Ketten der Art ${art}`,
    );
  }
  welt.erwarte(
    eintraege.length >= demopersonen.length + demogremien.length + 3,
    'Alle Ketten sind aufgelistet',
  );
  let ereignisse = 0;
  for (const { art, id } of eintraege) {
    const kette = welt.gelungen<{ ereignisse: { bytes: string; hash: string }[]; befund: Kettenbefund }>(
      await welt.als('sommerlad').get(`/ketten/${art}/${id}`),
      `Kette ${art} ${id}`,
    );
    const befund = pruefeKette(kette.ereignisse, sha256);
    welt.erwarte(befund.gueltig && kette.befund.gueltig, `Die Kette ${art} ${id} ist unversehrt`, befund);
    ereignisse += befund.laenge;
    ablage.lege(
      `ketten/${art}_${id}.json`,
      JSON.stringify({ ereignisse: kette.ereignisse, befund }, null, 2),
    );
  }
  welt.sage(`   ${eintraege.length} Ketten mit ${ereignisse} Ereignissen geprüft, alle unversehrt.`);
}

async function legeAusfuehrungAb(welt: Welt, ablage: Ablage, id: string, nummer: string): Promise<void> {
  const ausfuehrung = await welt.bis(`Die Ausführung von ${nummer} ist beendet`, async () => {
    const antwort = await welt.als('tesch').get(`/betrieb/ablaeufe/${id}/ausfuehrung?runde=1`);
    const json = antwort.json as { status: string; ereignisse: unknown[] };
    return json.status === 'SUCCEEDED' ? json : null;
  });
  const text = JSON.stringify(ausfuehrung, null, 2);
  welt.erwarte(!/"token\\?":\s*\\?"(?!\[entfernt\])/i.test(text), 'Die Geschichte enthält keine Wartemarke');
  ablage.lege(`ausfuehrungen/${nummer.replaceAll('/', '-')}.json`, text);
  welt.sage(`   ${nummer}: Ausführung ${ausfuehrung.status} mit ${ausfuehrung.ereignisse.length} Schritten.`);
}
