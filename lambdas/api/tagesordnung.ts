import { sitzungen, vorlagen } from '../../domain/aggregat.ts';
import { type Ablehnung, lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { darf } from '../../domain/rollen/darf.ts';
import { type GeordneterTop, type Ordnung, ordne } from '../../domain/sitzung/ordnung.ts';
import { aendereTop } from '../../domain/vorlage/befehle/topAendern.ts';
import type { NeuesVorlagenereignis } from '../../domain/vorlage/ereignisse.ts';
import { fuehreAus, pruefeGesehen, type Vorhaben } from '../aws/akte/befehl.ts';
import { lade } from '../aws/akte/laden.ts';
import { plane, type Schritt } from '../aws/akte/schritt.ts';
import { hoechstzahl } from '../aws/akte/transaktion.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './route.ts';
import { nichtGefunden } from './vorlagenbefehl.ts';

/**
 * Renumbers an agenda in one transaction: one event of the Sitzung, one of each moved Vorlage. The person saw
 * the agenda, so being overtaken there is told; whatever else happens to a moved Vorlage meanwhile is not in
 * the way, and its step is decided anew.
 */
export async function ordneTagesordnung(
  anfrage: Anfrage<Ordnung, undefined>,
): Promise<Record<string, unknown>> {
  const { akte } = anfrage.dienste;
  const ausfuehrung = await fuehreAus(
    akte,
    {
      person: anfrage.akteur.person,
      idempotenz: anfrage.idempotenz,
      anfrage: JSON.stringify(['tagesordnung.ordnen', anfrage.pfad, anfrage.koerper]),
      jetzt: anfrage.jetzt,
      gesehen: true,
    },
    () => entscheide(anfrage),
  );
  if (!ausfuehrung.ok) throw new ApiFehler(ausfuehrung);
  return ausfuehrung.antwort;
}

async function entscheide(anfrage: Anfrage<Ordnung, undefined>): Promise<Vorhaben | Ablehnung> {
  const { akte } = anfrage.dienste;
  const geladen = await lade(akte, sitzungen, anfrage.pfad.sitzung ?? '');
  if (!geladen) return nichtGefunden;
  const { stand } = geladen;
  // The right on an agenda is the one on its items: those that may move are in Beratung.
  const gegenstand = {
    gremien: [stand.gremium],
    beratungsgremium: stand.gremium,
    phase: 'beratung' as const,
  };
  const befugnis = darf(anfrage.akteur, 'tagesordnung.setzen', gegenstand);
  if (!befugnis.erlaubt) {
    const darfLesen = darf(anfrage.akteur, 'sitzung.lesen', gegenstand).erlaubt;
    return darfLesen ? lehneAb('NICHT_BERECHTIGT', befugnis.satz) : nichtGefunden;
  }
  const partition = akte.schluessel.aggregat('Sitzung', stand.id);
  const veraltet = await pruefeGesehen(akte, partition, anfrage.gesehen ?? 0, stand.nr);
  if (veraltet) return veraltet;
  const ordnung = ordne(stand, anfrage.koerper, anfrage.jetzt);
  if (!ordnung.ok) return ordnung;
  if (ordnung.bewegt.length === 0) {
    return { ok: true, schritte: [], antwort: { id: stand.id, version: stand.nr } };
  }
  const urheber = { person: anfrage.akteur.person, vertretungFuer: befugnis.stelle.fuer };
  const zufall = anfrage.idempotenz ?? '';
  const hier = plane(akte, sitzungen, stand.id, geladen, ordnung.ereignisse, urheber, anfrage.jetzt, zufall);
  const betroffene = await Promise.all(
    jeVorlage(ordnung.bewegt).map(async ([id, tops]) => ({ id, tops, dort: await lade(akte, vorlagen, id) })),
  );
  // First the Sitzung: where both were overtaken, the person is told of the agenda.
  const schritte: Schritt[] = [hier];
  for (const { id, tops, dort } of betroffene) {
    if (!dort) return nichtGefunden;
    const ereignisse: NeuesVorlagenereignis[] = [];
    for (const top of tops) {
      const entscheidung = aendereTop(dort.stand, top, stand);
      if (!entscheidung.ok) return { ...entscheidung, einzelheiten: top };
      ereignisse.push(...entscheidung.ereignisse);
    }
    schritte.push(plane(akte, vorlagen, id, dort, ereignisse, urheber, anfrage.jetzt, zufall, 'vorlage'));
  }
  return (
    zuViele(schritte, ordnung.bewegt.length) ?? {
      ok: true,
      schritte,
      antwort: { id: stand.id, version: hier.nachher.nr },
    }
  );
}

function jeVorlage(tops: readonly GeordneterTop[]): [vorlage: string, tops: GeordneterTop[]][] {
  const gruppen = new Map<string, GeordneterTop[]>();
  for (const top of tops) gruppen.set(top.vorlage, [...(gruppen.get(top.vorlage) ?? []), top]);
  return [...gruppen];
}

/**
 * What one transaction cannot hold. Beside the request's own item and the Sitzung's two, a new number costs
 * two items (event and state): 48 fit. A change of the part costs its list rows and a message on top.
 */
function zuViele(schritte: readonly Schritt[], bewegt: number): Ablehnung | null {
  const posten = 1 + schritte.reduce((summe, s) => summe + s.vorgaenge.length, 0);
  if (posten <= hoechstzahl) return null;
  return lehneAb(
    'ZU_VIELE_AENDERUNGEN',
    `Hier ändern ${bewegt} Punkte auf einmal ihre Nummer oder ihren Teil; das sind zu viele für einen Schritt. Bitte ordnen Sie in zwei Schritten: erst die hintere Hälfte, dann die vordere.`,
  );
}
