import type { Aggregat } from '../../../domain/aggregat.ts';
import type { Aggregatart, NeuesEreignis } from '../../../domain/ereignisse/ereignis.ts';
import { type Urheber, verketten } from '../../../domain/ereignisse/verketten.ts';
import type { Projektion } from '../../../domain/vorlage/projektion.ts';
import { sha256 } from '../pruefsumme.ts';
import type { Akte } from './akte.ts';
import { ausgangseintrag, neuerAusgang } from './ausgang.ts';
import type { Eintrag } from './eintrag.ts';
import type { Geladen } from './laden.ts';
import { ereignisSk, standSk, textSk } from './schluessel.ts';
import { entferne, lege, legeNeu, legeWenn, type Schreibvorgang } from './transaktion.ts';

/** New events of one aggregate, as part of one transaction. */
export interface Schritt {
  readonly id: string;
  readonly nachher: { nr: number };
  readonly vorgaenge: readonly Schreibvorgang[];
}

/** Name of the guard that fails when a row that only one may hold is taken. */
export const vergeben = 'vergeben';

/** Name of the guard that fails when somebody else was faster. */
export const ueberholt = 'ueberholt';

/**
 * Prepares the writes of one aggregate: events (each only if its number is free: the optimistic lock),
 * texts, state, the difference of the lists, and the outgoing work.
 * @param zufall secret of this request (its idempotency key); salts are derived from it, so that a repeated
 *   attempt writes the same bytes
 * @param wache name of the guard of the events; another one for what the person did not look at
 */
export function plane<S extends { nr: number }, E extends NeuesEreignis>(
  akte: Akte,
  aggregat: Aggregat<S, E>,
  id: string,
  vorher: Geladen<S> | null,
  ereignisse: readonly E[],
  urheber: Urheber,
  jetzt: string,
  zufall: string,
  wache = ueberholt,
): Schritt {
  const { koerperschaft } = akte.schluessel;
  const pk = akte.schluessel.aggregat(aggregat.art, id);
  const ende = {
    koerperschaft,
    aggregat: aggregat.art,
    id,
    nr: vorher?.stand.nr ?? 0,
    kopf: vorher?.kopf ?? null,
  };
  const salz = (nr: number, ref: string) =>
    sha256(`${zufall}|${aggregat.art}|${id}|${nr}|${ref}`).slice(0, 32);
  const verkettet = verketten(ende, ereignisse, urheber, jetzt, salz, sha256);

  const vorgaenge: Schreibvorgang[] = [];
  let stand = vorher?.stand ?? null;
  let kopf = ende.kopf;
  for (const [i, v] of verkettet.entries()) {
    const ereignis = ereignisse[i];
    if (!ereignis) throw new TypeError('verketten gab ein Ereignis zu viel zurück');
    const eintrag: Eintrag = {
      pk,
      sk: ereignisSk(v.ereignis.nr),
      kind: 'ereignis',
      schemaVersion: 1,
      bytes: v.bytes,
      hash: v.hash,
    };
    vorgaenge.push(legeNeu(akte, eintrag, wache));
    if (v.texte.length > 0) {
      const texte = Object.fromEntries(v.texte.map((t) => [t.ref, { salz: t.salz, text: t.text }]));
      vorgaenge.push(
        lege(akte, { pk, sk: textSk(v.ereignis.nr), kind: 'text', daten: JSON.stringify(texte) }),
      );
    }
    const nachher: S = aggregat.wendeAn(stand, ereignis, { ...v.ereignis });
    for (const arbeit of aggregat.folgearbeiten(ereignis, stand, nachher)) {
      const ausgang = neuerAusgang(arbeit.zweck, arbeit.schluessel, arbeit.daten, jetzt);
      vorgaenge.push(lege(akte, ausgangseintrag(akte, ausgang)));
    }
    stand = nachher;
    kopf = v.hash;
  }
  if (!stand || !kopf) throw new TypeError('Ein Schritt ohne Ereignis');
  vorgaenge.push(
    vorher
      ? legeWenn(
          akte,
          standeintrag(akte, aggregat.art, id, stand, kopf, vorher.stempel + 1),
          'stempel',
          vorher.stempel,
          'stand',
        )
      : lege(akte, standeintrag(akte, aggregat.art, id, stand, kopf, 1)),
    ...listenunterschied(
      akte,
      vorher ? aggregat.projektionen(vorher.stand) : [],
      aggregat.projektionen(stand),
    ),
  );
  return { id, nachher: stand, vorgaenge };
}

/** Only rows that are new, changed or gone are written. */
export function listenunterschied(akte: Akte, alt: Projektion[], neu: Projektion[]): Schreibvorgang[] {
  const ort = (p: Projektion) => `${p.liste}\u0000${p.rang}`;
  const bisher = new Map(alt.map((p) => [ort(p), JSON.stringify(p.daten)]));
  const vorgaenge: Schreibvorgang[] = [];
  for (const p of neu) {
    const text = JSON.stringify(p.daten);
    if (bisher.get(ort(p)) !== text) {
      const schluessel = { pk: akte.schluessel.partition(p.liste), sk: p.rang };
      const zeile = { ...schluessel, kind: 'liste', daten: text };
      vorgaenge.push(p.einmalig && !bisher.has(ort(p)) ? legeNeu(akte, zeile, vergeben) : lege(akte, zeile));
    }
    bisher.delete(ort(p));
  }
  for (const rest of bisher.keys()) {
    const [liste = '', rang = ''] = rest.split('\u0000');
    vorgaenge.push(entferne(akte, { pk: akte.schluessel.partition(liste), sk: rang }));
  }
  return vorgaenge;
}

/** The state of an aggregate as its item; gsi2 lists all heads of a kind for the anchor. */
export function standeintrag(
  akte: Akte,
  art: Aggregatart,
  id: string,
  stand: { readonly nr: number },
  kopf: string,
  stempel: number,
): Eintrag {
  return {
    pk: akte.schluessel.aggregat(art, id),
    sk: standSk,
    kind: 'stand',
    nr: stand.nr,
    stempel,
    kopf,
    daten: JSON.stringify(stand),
    gsi2pk: akte.schluessel.koepfe(art),
    gsi2sk: id,
  };
}
