import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { Akte } from '../../../lambdas/aws/akte/akte.ts';
import { schluesselbund } from '../../../lambdas/aws/akte/schluessel.ts';
import { lege, legeNeu, schreibeZusammen } from '../../../lambdas/aws/akte/transaktion.ts';

/** A database that answers a transaction as told, in turn, and notes the tokens it was sent. */
function akteMit(antworten: (readonly string[] | 'ok' | Error)[]): { akte: Akte; tokens: string[] } {
  const tokens: string[] = [];
  const client = {
    send: async (befehl: { input: { ClientRequestToken: string } }) => {
      tokens.push(befehl.input.ClientRequestToken);
      const antwort = antworten.shift();
      if (antwort === 'ok') return {};
      if (antwort instanceof Error) throw antwort;
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        $metadata: {},
        CancellationReasons: (antwort ?? []).map((Code) => ({
          Code,
          ...(Code === 'ConditionalCheckFailed'
            ? { Item: { pk: { S: 'p' }, sk: { S: 's' }, wer: { S: 'sieger' } } }
            : {}),
        })),
      });
    },
  };
  return {
    akte: { client: client as unknown as DynamoDBClient, tabelle: 'T', schluessel: schluesselbund('k') },
    tokens,
  };
}

const vorgaenge = (akte: Akte) => [
  lege(akte, { pk: 'a', sk: '1', kind: 'x' }),
  legeNeu(akte, { pk: 'p', sk: 's', kind: 'x' }, 'ueberholt'),
];

describe('eine Transaktion der Akte', () => {
  it('wiederholt TransactionConflict mit demselben Token, bis geschrieben ist', async () => {
    const { akte, tokens } = akteMit([
      ['TransactionConflict', 'None'],
      ['None', 'TransactionConflict'],
      'ok',
    ]);
    expect(await schreibeZusammen(akte, vorgaenge(akte))).toEqual({ geschrieben: true });
    expect(tokens).toHaveLength(3);
    expect(new Set(tokens).size).toBe(1);
  });

  it('meldet die verletzte Wache mit dem Eintrag, der gewonnen hat, ohne zu wiederholen', async () => {
    const { akte, tokens } = akteMit([['None', 'ConditionalCheckFailed']]);
    expect(await schreibeZusammen(akte, vorgaenge(akte))).toMatchObject({
      geschrieben: false,
      wache: 'ueberholt',
      sieger: { wer: 'sieger' },
    });
    expect(tokens).toHaveLength(1);
  });

  it('lässt eine verletzte Wache vor einem Stau gelten', async () => {
    const { akte } = akteMit([['TransactionConflict', 'ConditionalCheckFailed']]);
    expect(await schreibeZusammen(akte, vorgaenge(akte))).toMatchObject({
      geschrieben: false,
      wache: 'ueberholt',
    });
  });

  it('gibt andere Gründe und Fehler weiter', async () => {
    const zuGross = akteMit([['ValidationError', 'None']]);
    await expect(schreibeZusammen(zuGross.akte, vorgaenge(zuGross.akte))).rejects.toThrow(
      'Transaction cancelled',
    );
    const gestoert = akteMit([new Error('weg')]);
    await expect(schreibeZusammen(gestoert.akte, vorgaenge(gestoert.akte))).rejects.toThrow('weg');
  });

  it('schreibt nie mehr als 100 Posten auf einmal', async () => {
    const { akte, tokens } = akteMit([]);
    const viele = Array.from({ length: 101 }, (_, i) => lege(akte, { pk: 'a', sk: String(i), kind: 'x' }));
    await expect(schreibeZusammen(akte, viele)).rejects.toThrow(RangeError);
    expect(tokens).toEqual([]);
  });
});
