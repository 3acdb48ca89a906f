import { type Ausgang, liesAusgang } from '../aws/akte/ausgang.ts';
import { zuEintrag } from '../aws/akte/eintrag.ts';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from './stromereignis.ts';

/** Pieces of work under way at a time: they mostly wait for the record, and people wait for them. */
const nebeneinander = 5;

interface Stueck {
  readonly nummer: string;
  /** Undefined where the record cannot be read. */
  readonly ausgang: Ausgang | undefined;
}

/**
 * Walks a batch of the stream: work of one Vorlage in its order, that of several side by side. A piece of
 * work that fails is marked and does not hold up its neighbours; only if even the mark could not be written
 * is the record handed back to the stream, and with it what follows in the shard.
 */
export async function verarbeite(
  ereignis: DynamoDBStreamEvent,
  erledige: (ausgang: Ausgang) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const zurueck: { itemIdentifier: string }[] = [];
  const reihen = [...inReihen(ereignis).values()];
  const arbeite = async () => {
    for (let reihe = reihen.shift(); reihe; reihe = reihen.shift()) {
      const gescheitert = await gehe(reihe, erledige);
      if (gescheitert !== null) zurueck.push({ itemIdentifier: gescheitert });
    }
  };
  await Promise.all(Array.from({ length: nebeneinander }, arbeite));
  return { batchItemFailures: zurueck };
}

/** The records by the Vorlage whose work they are: keys begin with it. */
function inReihen(ereignis: DynamoDBStreamEvent): Map<string, Stueck[]> {
  const reihen = new Map<string, Stueck[]>();
  for (const satz of ereignis.Records) {
    const bild = satz.dynamodb?.NewImage;
    const nummer = satz.dynamodb?.SequenceNumber;
    if (!bild || !nummer) continue;
    const ausgang = versucheZuLesen(bild);
    const reihe = ausgang?.schluessel.split('#')[0] ?? nummer;
    reihen.set(reihe, [...(reihen.get(reihe) ?? []), { nummer, ausgang }]);
  }
  return reihen;
}

function versucheZuLesen(bild: Parameters<typeof zuEintrag>[0]): Ausgang | undefined {
  try {
    return liesAusgang(zuEintrag(bild));
  } catch {
    return undefined;
  }
}

/** @returns number of the record at which it could not go on; null where all are done */
async function gehe(
  reihe: readonly Stueck[],
  erledige: (ausgang: Ausgang) => Promise<void>,
): Promise<string | null> {
  for (const { nummer, ausgang } of reihe) {
    try {
      if (!ausgang) throw new TypeError('Der Satz ist kein Ausgang.');
      await erledige(ausgang);
    } catch (fehler) {
      console.error(JSON.stringify({ ereignis: 'ausgang_unvermerkt', satz: nummer, fehler: String(fehler) }));
      return nummer;
    }
  }
  return null;
}
