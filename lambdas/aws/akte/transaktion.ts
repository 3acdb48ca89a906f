import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as warte } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  PutItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import type { Akte, Ort } from './akte.ts';
import { alsAttribut, type Eintrag, type Rohling, zuAttributen, zuEintrag } from './eintrag.ts';

/** One write of a transaction, with what it means when its condition fails. */
export interface Schreibvorgang {
  readonly posten: TransactWriteItem;
  /** Name under which a failed condition is reported; undefined = it has none. */
  readonly wache?: string;
}

export type Ausgangslage =
  | { readonly geschrieben: true }
  /** The first failed condition, with the item that won. */
  | { readonly geschrieben: false; readonly wache: string; readonly sieger: Eintrag | null };

/** DynamoDB's own limit. A usual command writes about ten; a Gremienweg of 20 that moves, some fifty. */
export const hoechstzahl = 100;

/** AWS cancels transactions that meet on one item; the SDK does not retry that, so we do: about 2 s in all. */
const konfliktversuche = 9;

export async function schreibeZusammen(
  akte: Akte,
  vorgaenge: readonly Schreibvorgang[],
): Promise<Ausgangslage> {
  if (vorgaenge.length > hoechstzahl) {
    throw new RangeError(
      `Eine Transaktion mit ${vorgaenge.length} Posten; vorgesehen sind höchstens ${hoechstzahl}.`,
    );
  }
  // One token for all attempts: an attempt whose answer was lost is recognised as done.
  const token = randomUUID();
  for (let versuch = 1; ; versuch++) {
    try {
      await akte.client.send(
        new TransactWriteItemsCommand({
          TransactItems: vorgaenge.map((v) => v.posten),
          ClientRequestToken: token,
        }),
      );
      return { geschrieben: true };
    } catch (fehler) {
      if (!(fehler instanceof TransactionCanceledException)) throw fehler;
      const gruende = fehler.CancellationReasons ?? [];
      const verloren = gruende.findIndex((g) => g.Code === 'ConditionalCheckFailed');
      if (verloren >= 0) {
        const roh = gruende[verloren]?.Item as Rohling | undefined;
        return {
          geschrieben: false,
          wache: vorgaenge[verloren]?.wache ?? 'unbenannt',
          sieger: roh ? zuEintrag(roh) : null,
        };
      }
      const nurStau = gruende.every((g) => !g.Code || g.Code === 'None' || g.Code === 'TransactionConflict');
      if (!nurStau || versuch >= konfliktversuche) throw fehler;
      await warte(randomInt(5, 10 * 2 ** Math.min(versuch, 6)));
    }
  }
}

/** Puts a new item; the condition fails if it is there. */
export function legeNeu(akte: Akte, eintrag: Eintrag, wache: string): Schreibvorgang {
  return {
    wache,
    posten: {
      Put: {
        TableName: akte.tabelle,
        Item: zuAttributen(eintrag),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
  };
}

export function lege(akte: Akte, eintrag: Eintrag): Schreibvorgang {
  return { posten: { Put: { TableName: akte.tabelle, Item: zuAttributen(eintrag) } } };
}

/** Puts an item only where `attribut` still holds `bisher`. */
export function legeWenn(
  akte: Akte,
  eintrag: Eintrag,
  attribut: string,
  bisher: string | number,
  wache: string,
): Schreibvorgang {
  return {
    wache,
    posten: {
      Put: {
        TableName: akte.tabelle,
        Item: zuAttributen(eintrag),
        ConditionExpression: '#a = :bisher',
        ExpressionAttributeNames: { '#a': attribut },
        ExpressionAttributeValues: { ':bisher': alsAttribut(bisher) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
  };
}

export function entferne(akte: Akte, ort: Ort): Schreibvorgang {
  return { posten: { Delete: { TableName: akte.tabelle, Key: { pk: { S: ort.pk }, sk: { S: ort.sk } } } } };
}

/** Puts an item outside a transaction, only if it is not there yet. @returns whether it was new */
export async function legeFallsNeu(akte: Akte, eintrag: Eintrag): Promise<boolean> {
  try {
    await akte.client.send(
      new PutItemCommand({
        TableName: akte.tabelle,
        Item: zuAttributen(eintrag),
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    return true;
  } catch (fehler) {
    if (!(fehler instanceof ConditionalCheckFailedException)) throw fehler;
    return false;
  }
}
