import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { betriebsnachricht } from '../../../domain/nachrichten/nachricht.ts';
import { type Akte, hole } from './akte.ts';
import { type Ausgang, ausgangseintrag, hoechstversuche, liesAusgang, neuerAusgang } from './ausgang.ts';
import { alsAttribut, zuAttributen } from './eintrag.ts';
import { legeFallsNeu, type Schreibvorgang, schreibeZusammen } from './transaktion.ts';

const gescheitertMarke = '#gescheitert';

/** Minutes until a failed piece of work is tried again, by attempts made. */
const pausen = [1, 10];

/**
 * Does one piece of outgoing work and marks it. Reads it first: the stream may deliver twice, or late. Work
 * may hand over further items, which are written together with the mark.
 *
 *   read -> still offen? -> do -> mark erledigt (+ further items)
 *                            \-> failed: wartet (again in 1, then 10 minutes) or, the third time, gescheitert
 *
 * @throws only where the mark itself could not be written
 */
export async function erledigeAusgang(
  akte: Akte,
  gemeldet: Ausgang,
  tue: (ausgang: Ausgang) => Promise<readonly Schreibvorgang[]>,
  jetzt: () => string,
): Promise<void> {
  const eintrag = await hole(akte, akte.schluessel.ausgang(gemeldet.schluessel));
  if (!eintrag) return;
  const ausgang = liesAusgang(eintrag);
  if (ausgang.status !== 'offen') return;
  let weitere: readonly Schreibvorgang[];
  try {
    weitere = await tue(ausgang);
  } catch (fehler) {
    const neu = nachFehlschlag(ausgang, fehler, jetzt());
    if ((await vermerke(akte, ausgang, neu)) && neu.status === 'gescheitert') await melde(akte, neu, jetzt());
    return;
  }
  const erledigt = { ...ausgang, status: 'erledigt' as const, fehler: null, erledigtAm: jetzt() };
  if (weitere.length === 0) {
    // A transaction of one costs twice the write it holds.
    await vermerke(akte, ausgang, erledigt);
    return;
  }
  const fertig = vermerk(akte, ausgang, erledigt);
  await schreibeZusammen(akte, [{ wache: 'ausgang', posten: { Put: fertig } }, ...weitere]);
}

function nachFehlschlag(ausgang: Ausgang, fehler: unknown, jetzt: string): Ausgang {
  const versuche = ausgang.versuche + 1;
  const gescheitert = versuche >= hoechstversuche;
  const meldung = fehler instanceof Error ? `${fehler.name}: ${fehler.message}` : String(fehler);
  console.error(
    JSON.stringify({
      ereignis: gescheitert ? 'ausgang_gescheitert' : 'ausgang_fehlgeschlagen',
      zweck: ausgang.zweck,
      schluessel: ausgang.schluessel,
      versuche,
      fehler: meldung,
    }),
  );
  const pause = pausen[versuche - 1] ?? 10;
  return {
    ...ausgang,
    versuche,
    status: gescheitert ? 'gescheitert' : 'wartet',
    faelligAb: new Date(Date.parse(jetzt) + pause * 60_000).toISOString(),
    fehler: meldung.slice(0, 1_000),
  };
}

/** Only one of two parallel runs may mark: whoever comes second finds another status or count. */
function vermerk(akte: Akte, alt: Ausgang, neu: Ausgang) {
  return {
    TableName: akte.tabelle,
    Item: zuAttributen(ausgangseintrag(akte, neu)),
    ConditionExpression: '#status = :status AND #versuche = :versuche',
    ExpressionAttributeNames: { '#status': 'status', '#versuche': 'versuche' },
    ExpressionAttributeValues: {
      ':status': alsAttribut(alt.status),
      ':versuche': alsAttribut(alt.versuche),
    },
  };
}

/** Changes the status of outgoing work. @returns false where somebody else changed it in between */
export async function vermerke(akte: Akte, alt: Ausgang, neu: Ausgang): Promise<boolean> {
  try {
    await akte.client.send(new PutItemCommand(vermerk(akte, alt, neu)));
    return true;
  } catch (fehler) {
    if (!(fehler instanceof ConditionalCheckFailedException)) throw fehler;
    return false;
  }
}

/** Tells the Systembetreuung; a failed message about a failure is told nobody, only logged. */
async function melde(akte: Akte, ausgang: Ausgang, jetzt: string): Promise<void> {
  if (ausgang.schluessel.includes(gescheitertMarke)) return;
  const schluessel = `${ausgang.schluessel}${gescheitertMarke}`;
  const inhalt = {
    kennung: schluessel,
    zustellungen: [
      { an: { rolle: 'Systembetreuung', bereich: '*' }, nachricht: betriebsnachricht('arbeitGescheitert') },
    ],
  };
  const meldung = neuerAusgang('benachrichtigen', schluessel, inhalt, jetzt);
  await legeFallsNeu(akte, ausgangseintrag(akte, meldung));
}
