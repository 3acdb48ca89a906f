import {
  type AttributeValue,
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { alsAttribut, type Eintrag, zuEintrag } from './eintrag.ts';
import { type Schluesselbund, schluesselbund } from './schluessel.ts';

/** The record: one table, read consistently where it is the truth. */
export interface Akte {
  readonly client: DynamoDBClient;
  readonly tabelle: string;
  readonly schluessel: Schluesselbund;
}

export function oeffneAkte(tabelle: string, koerperschaft: string): Akte {
  return { client: new DynamoDBClient({}), tabelle, schluessel: schluesselbund(koerperschaft) };
}

export interface Ort {
  readonly pk: string;
  readonly sk: string;
}

/** One item, read consistently; undefined if there is none. */
export async function hole(akte: Akte, ort: Ort): Promise<Eintrag | undefined> {
  const antwort = await akte.client.send(
    new GetItemCommand({
      TableName: akte.tabelle,
      Key: { pk: { S: ort.pk }, sk: { S: ort.sk } },
      ConsistentRead: true,
    }),
  );
  return antwort.Item && zuEintrag(antwort.Item);
}

export interface Abfrage {
  readonly pk: string;
  /** Sort keys that begin so; all where left out. */
  readonly beginnt?: string;
  /** Sort keys from this one on; together with `bis`. */
  readonly von?: string;
  /** Sort keys up to and including this one. */
  readonly bis?: string;
  readonly absteigend?: boolean;
  /** Items of one page, 1-200. */
  readonly anzahl?: number;
  readonly cursor?: string | undefined;
  /** A GSI instead of the table: read eventually consistent. */
  readonly index?: 'gsi1' | 'gsi2';
}

export interface Seite {
  readonly eintraege: Eintrag[];
  /** Opaque; null on the last page. */
  readonly cursor: string | null;
}

/** One page of one partition: one query, never a scan. */
export async function seite(akte: Akte, frage: Abfrage): Promise<Seite> {
  const antwort = await akte.client.send(new QueryCommand(eingabe(akte, frage)));
  return {
    eintraege: (antwort.Items ?? []).map(zuEintrag),
    cursor: antwort.LastEvaluatedKey ? zuCursor(antwort.LastEvaluatedKey) : null,
  };
}

/** How many items such a page has, and whether there are more, without fetching them. */
export async function zaehle(akte: Akte, frage: Abfrage): Promise<{ anzahl: number; weitere: boolean }> {
  const antwort = await akte.client.send(new QueryCommand({ ...eingabe(akte, frage), Select: 'COUNT' }));
  return { anzahl: antwort.Count ?? 0, weitere: antwort.LastEvaluatedKey !== undefined };
}

function eingabe(akte: Akte, frage: Abfrage): QueryCommandInput {
  const [pk, sk] = frage.index ? [`${frage.index}pk`, `${frage.index}sk`] : ['pk', 'sk'];
  const werte: Record<string, AttributeValue> = { ':pk': { S: frage.pk } };
  let bedingung = '#pk = :pk';
  if (frage.beginnt !== undefined) {
    bedingung += ' AND begins_with(#sk, :sk)';
    werte[':sk'] = { S: frage.beginnt };
  } else if (frage.von !== undefined && frage.bis !== undefined) {
    bedingung += ' AND #sk BETWEEN :von AND :bis';
    werte[':von'] = { S: frage.von };
    werte[':bis'] = { S: frage.bis };
  } else if (frage.bis !== undefined) {
    bedingung += ' AND #sk <= :sk';
    werte[':sk'] = { S: frage.bis };
  }
  return {
    TableName: akte.tabelle,
    KeyConditionExpression: bedingung,
    ExpressionAttributeNames: { '#pk': pk, ...(bedingung.includes('#sk') ? { '#sk': sk } : {}) },
    ExpressionAttributeValues: werte,
    ScanIndexForward: !frage.absteigend,
    ...(frage.index ? { IndexName: frage.index } : { ConsistentRead: true }),
    ...(frage.anzahl ? { Limit: frage.anzahl } : {}),
    ...(frage.cursor ? { ExclusiveStartKey: ausCursor(frage.cursor, frage.pk, pk, sk) } : {}),
  };
}

/** All items of one partition (an aggregate with its history): pages of one query. */
export async function alle(akte: Akte, frage: Omit<Abfrage, 'cursor' | 'anzahl'>): Promise<Eintrag[]> {
  const eintraege: Eintrag[] = [];
  let cursor: string | undefined;
  do {
    const s = await seite(akte, { ...frage, cursor });
    eintraege.push(...s.eintraege);
    cursor = s.cursor ?? undefined;
  } while (cursor);
  return eintraege;
}

/** The cursor of a page is not of this list, or was tampered with. */
export class CursorFehler extends Error {}

function zuCursor(schluessel: Record<string, AttributeValue>): string {
  const flach = Object.fromEntries(Object.entries(schluessel).map(([k, v]) => [k, v.S]));
  return Buffer.from(JSON.stringify(flach)).toString('base64url');
}

const cursorSchema = z.record(z.string(), z.string().min(1).max(1_000));

/** A cursor may only go on in the list it came from: its partition is checked, not believed. */
function ausCursor(
  cursor: string,
  partition: string,
  pk: string,
  sk: string,
): Record<string, AttributeValue> {
  try {
    const flach = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    // Key of the table, and of the index where one is read: no more and no less, or DynamoDB fails.
    const namen = [...new Set(['pk', 'sk', pk, sk])].sort();
    if (flach[pk] !== partition || Object.keys(flach).sort().join() !== namen.join())
      throw new CursorFehler();
    return Object.fromEntries(Object.entries(flach).map(([k, v]) => [k, alsAttribut(v)]));
  } catch {
    throw new CursorFehler('Die Seitenmarke gehört nicht zu dieser Liste. Bitte beginnen Sie von vorn.');
  }
}
