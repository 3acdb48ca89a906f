import type { Akte } from './akte.ts';
import type { Schreibvorgang } from './transaktion.ts';

/** Raises the level of a wait from `stufe` to `auf`, only if it still waits and still stands there. */
export function hebeMahnstufe(
  akte: Akte,
  vorlage: string,
  wartenummer: number,
  stufe: number,
  auf: number,
): Schreibvorgang {
  const { pk, sk } = akte.schluessel.warte(vorlage, wartenummer);
  return {
    wache: 'mahnstufe',
    posten: {
      Update: {
        TableName: akte.tabelle,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: 'SET #stufe = :neu',
        ConditionExpression:
          'attribute_exists(pk) AND (#stufe = :alt OR (attribute_not_exists(#stufe) AND :alt = :null))',
        ExpressionAttributeNames: { '#stufe': 'stufe' },
        ExpressionAttributeValues: {
          ':neu': { N: String(auf) },
          ':alt': { N: String(stufe) },
          ':null': { N: '0' },
        },
      },
    },
  };
}
