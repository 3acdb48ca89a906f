import {
  BatchGetItemCommand,
  type BatchGetItemCommandOutput,
  type KeysAndAttributes,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Aggregat } from '../../../domain/aggregat.ts';
import { ereignisSchema, type NeuesEreignis } from '../../../domain/ereignisse/ereignis.ts';
import type { GespeichertesEreignis } from '../../../domain/ereignisse/kette.ts';
import { setzeTexteEin } from '../../../domain/ereignisse/verketten.ts';
import { type Akte, alle, hole } from './akte.ts';
import { daten, type Eintrag, zuEintrag } from './eintrag.ts';
import { standSk, textSk } from './schluessel.ts';

/** Texts of one event by their reference; an erased item is simply gone. */
const texteSchema = z.record(z.string(), z.object({ salz: z.string(), text: z.string() }));

/** An aggregate's state with the end of its chain. */
export interface Geladen<S> {
  readonly stand: S;
  readonly kopf: string;
  /** Counts every write of the state, erasures included: what the next write must still find. */
  readonly stempel: number;
}

export async function lade<S extends { nr: number }, E extends NeuesEreignis>(
  akte: Akte,
  aggregat: Aggregat<S, E>,
  id: string,
): Promise<Geladen<S> | null> {
  const eintrag = await hole(akte, { pk: akte.schluessel.aggregat(aggregat.art, id), sk: standSk });
  if (!eintrag) return null;
  return {
    stand: aggregat.standSchema.parse(daten(eintrag)),
    kopf: String(eintrag.kopf),
    stempel: Number(eintrag.stempel),
  };
}

/**
 * The states of several aggregates by their id, read consistently; those that do not exist are missing.
 * @param ids at most 100, each once: DynamoDB's own limit
 */
export async function ladeStaende<S extends { nr: number }, E extends NeuesEreignis>(
  akte: Akte,
  aggregat: Aggregat<S, E>,
  ids: readonly string[],
): Promise<Map<string, S>> {
  const staende = new Map<string, S>();
  const Keys = ids.map((id) => ({
    pk: { S: akte.schluessel.aggregat(aggregat.art, id) },
    sk: { S: standSk },
  }));
  let offen: Record<string, KeysAndAttributes> =
    Keys.length > 0 ? { [akte.tabelle]: { Keys, ConsistentRead: true } } : {};
  // An answer holds 16 MB; what did not fit is named in it.
  while (Object.keys(offen).length > 0) {
    const antwort: BatchGetItemCommandOutput = await akte.client.send(
      new BatchGetItemCommand({ RequestItems: offen }),
    );
    for (const roh of antwort.Responses?.[akte.tabelle] ?? []) {
      const eintrag = zuEintrag(roh);
      // The head of each kind is listed under its id.
      staende.set(String(eintrag.gsi2sk), aggregat.standSchema.parse(daten(eintrag)));
    }
    offen = antwort.UnprocessedKeys ?? {};
  }
  return staende;
}

/** One event with its data (texts put back) and the states before and after it. */
export interface Geschehen<S, E> extends GespeichertesEreignis {
  readonly nr: number;
  readonly zeit: string;
  readonly person: string;
  readonly vertretungFuer: string | null;
  readonly ereignis: E;
  readonly vorher: S | null;
  readonly nachher: S;
}

export interface Verlauf<S, E> {
  readonly geschehen: readonly Geschehen<S, E>[];
  readonly stand: S | null;
  /** Everything else that lies in the partition: papers, uploads, traces. */
  readonly beilagen: readonly Eintrag[];
}

/**
 * The whole history of an aggregate by one query, folded from its first event.
 * @param ohneTexte numbers of events whose texts count as erased
 */
export async function ladeVerlauf<S extends { nr: number }, E extends NeuesEreignis>(
  akte: Akte,
  aggregat: Aggregat<S, E>,
  id: string,
  ohneTexte: ReadonlySet<number> = new Set(),
): Promise<Verlauf<S, E>> {
  const eintraege = await alle(akte, { pk: akte.schluessel.aggregat(aggregat.art, id) });
  const texte = new Map(
    eintraege.filter((e) => e.kind === 'text').map((e) => [e.sk, texteSchema.parse(daten(e))]),
  );
  const geschehen: Geschehen<S, E>[] = [];
  let stand: S | null = null;
  for (const eintrag of eintraege) {
    if (eintrag.kind !== 'ereignis') continue;
    const bytes = String(eintrag.bytes);
    const huelle = ereignisSchema.parse(JSON.parse(bytes));
    const hier = ohneTexte.has(huelle.nr) ? undefined : texte.get(textSk(huelle.nr));
    const ereignis = aggregat.lies(
      huelle.art,
      setzeTexteEin(huelle.daten, (ref) => hier?.[ref]?.text ?? null),
    );
    const nachher: S = aggregat.wendeAn(stand, ereignis, huelle);
    geschehen.push({
      bytes,
      hash: String(eintrag.hash),
      nr: huelle.nr,
      zeit: huelle.zeit,
      person: huelle.person,
      vertretungFuer: huelle.vertretungFuer,
      ereignis,
      vorher: stand,
      nachher,
    });
    stand = nachher;
  }
  const beilagen = eintraege.filter((e) => e.kind !== 'ereignis' && e.kind !== 'text' && e.kind !== 'stand');
  return { geschehen, stand, beilagen };
}
