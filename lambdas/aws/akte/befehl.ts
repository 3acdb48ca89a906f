import { randomInt } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import { ereignisSchema } from '../../../domain/ereignisse/ereignis.ts';
import { type Ablehnung, lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { sha256 } from '../pruefsumme.ts';
import { type Akte, hole } from './akte.ts';
import { daten, type Eintrag } from './eintrag.ts';
import { ereignisSk } from './schluessel.ts';
import { type Schritt, ueberholt, vergeben } from './schritt.ts';
import { legeNeu, type Schreibvorgang, schreibeZusammen } from './transaktion.ts';

/** What a request asks to be written: steps of one or two aggregates, further items, and its answer. */
export interface Vorhaben {
  readonly ok: true;
  readonly schritte: readonly Schritt[];
  readonly weitere?: readonly Schreibvorgang[];
  readonly antwort: Record<string, unknown>;
}

export interface Auftrag {
  readonly person: string;
  /** Idempotency key of the request, a UUID; null for work of the system that is idempotent by itself. */
  readonly idempotenz: string | null;
  /** What was asked, for recognising a key that is used for something else. */
  readonly anfrage: string;
  /** ISO instant, for the time to live of the stored answer. */
  readonly jetzt: string;
  /** True where the person saw a version: being overtaken is then told, not repeated. */
  readonly gesehen: boolean;
}

export type Ausfuehrung = { readonly ok: true; readonly antwort: Record<string, unknown> } | Ablehnung;

/** Guard that fails when the running number was taken: decide anew with the next one. */
export const zaehlerwache = 'zaehler';

/** 50 people who submit at once need up to 50 rounds of the counter. */
const hoechstrunden = 80;
const antwortBleibtTage = 7;

/**
 * Runs a command: decide, write all in one transaction, answer. Repeating a request (same key) gives the
 * stored answer and writes nothing.
 *
 *   load -> decide -> write ----ok----> answer
 *    ^                  | key is known  -> stored answer
 *    |                  | overtaken     -> 409 with who was faster (a person saw an older version)
 *    +----- again ------+ counter taken, or overtaken system work
 */
export async function fuehreAus(
  akte: Akte,
  auftrag: Auftrag,
  entscheide: () => Promise<Vorhaben | Ablehnung>,
): Promise<Ausfuehrung> {
  const abdruck = sha256(auftrag.anfrage);
  const ort = auftrag.idempotenz ? akte.schluessel.befehl(auftrag.person, auftrag.idempotenz) : null;
  if (ort) {
    const bekannt = await hole(akte, ort);
    if (bekannt) return ausGespeichertem(bekannt, abdruck);
  }
  for (let runde = 1; ; runde++) {
    const vorhaben = await entscheide();
    if (!vorhaben.ok) {
      // The same request may have run beside us and be the very reason for this refusal.
      const inzwischen = ort && (await hole(akte, ort));
      return inzwischen ? ausGespeichertem(inzwischen, abdruck) : vorhaben;
    }
    const lage = await schreibeZusammen(akte, [
      ...(ort
        ? [legeNeu(akte, befehlseintrag(ort, abdruck, vorhaben.antwort, auftrag.jetzt), 'befehl')]
        : []),
      ...vorhaben.schritte.flatMap((s) => s.vorgaenge),
      ...(vorhaben.weitere ?? []),
    ]);
    if (lage.geschrieben) return { ok: true, antwort: vorhaben.antwort };
    if (lage.wache === 'befehl' && lage.sieger) return ausGespeichertem(lage.sieger, abdruck);
    if (lage.wache === ueberholt && auftrag.gesehen) return konflikt(lage.sieger);
    if (lage.wache === vergeben) {
      return lehneAb('LOGIN_VERGEBEN', 'Diese Anmeldung gehört schon zu einer anderen Person.');
    }
    if (runde >= hoechstrunden) {
      return lehneAb(
        'UEBERLASTET',
        'Gerade arbeiten zu viele gleichzeitig daran. Bitte versuchen Sie es noch einmal.',
      );
    }
    await warte(randomInt(2, 30));
  }
}

/** A conflict that says who decided what, and when. */
export function konflikt(sieger: Eintrag | null): Ablehnung {
  const ereignis = sieger?.bytes ? ereignisSchema.parse(JSON.parse(String(sieger.bytes))) : null;
  return lehneAb(
    'KONFLIKT',
    'Jemand war schneller: Die Angaben haben sich inzwischen geändert. Ihre Eingabe wurde nicht gespeichert; bitte laden Sie neu und prüfen Sie.',
    {
      einzelheiten: ereignis && {
        art: ereignis.art,
        person: ereignis.person,
        zeit: ereignis.zeit,
        nr: ereignis.nr,
      },
    },
  );
}

/** The person saw version `gesehen`, but `nr` is current: tells who wrote the next one. */
export async function pruefeGesehen(
  akte: Akte,
  partition: string,
  gesehen: number,
  nr: number,
): Promise<Ablehnung | null> {
  if (gesehen === nr) return null;
  return konflikt((await hole(akte, { pk: partition, sk: ereignisSk(nr) })) ?? null);
}

function befehlseintrag(
  ort: { pk: string; sk: string },
  abdruck: string,
  antwort: Record<string, unknown>,
  jetzt: string,
): Eintrag {
  return {
    ...ort,
    kind: 'befehl',
    abdruck,
    daten: JSON.stringify(antwort),
    ttl: Math.floor(Date.parse(jetzt) / 1000) + antwortBleibtTage * 86_400,
  };
}

export const schluesselWiederverwendet = lehneAb(
  'SCHLUESSEL_WIEDERVERWENDET',
  'Dieser Idempotenzschlüssel gehört zu einer anderen Anfrage. Bitte einen neuen verwenden.',
);

function ausGespeichertem(eintrag: Eintrag, abdruck: string): Ausfuehrung {
  if (eintrag.abdruck !== abdruck) {
    return schluesselWiederverwendet;
  }
  return { ok: true, antwort: daten(eintrag) as Record<string, unknown> };
}
