import { saatgut } from '../../bin/kill/zufall.ts';
import type { Systemoptionen } from '../../bin/werkzeug/system.ts';
import { writes } from '../../local/dynamodb/permissions.ts';

/** What of 100 writes goes wrong, in the two ways of DynamoDB that leave a caller in doubt. */
const anteile = { konflikt: 15, verloren: 5 };

export interface Stoerungen {
  readonly faults: NonNullable<Systemoptionen['faults']>;
  /** How often each fault happened. */
  readonly zahlen: {
    schreibend: number;
    transaktionen: number;
    konflikte: number;
    verloren: number;
    doppelt: number;
    vertauscht: number;
  };
}

const typ = (name: string) => `com.amazonaws.dynamodb.v20120810#${name}`;

/** Two transactions met on one item: the whole is cancelled, with a reason for each part. */
function konflikt(teile: number, getroffen: number): string {
  const codes = Array.from({ length: teile }, (_, i) => (i === getroffen ? 'TransactionConflict' : 'None'));
  return JSON.stringify({
    __type: typ('TransactionCanceledException'),
    CancellationReasons: codes.map((Code) =>
      Code === 'None' ? { Code } : { Code, Message: 'Transaction is ongoing for the item' },
    ),
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
  });
}

/**
 * Faults that AWS has and a single machine has not. The same seed draws the same row of faults; which write
 * meets which depends on the order of concurrent writes.
 */
export function stoerungen(saat: number): Stoerungen {
  const schreibwurf = saatgut(saat);
  const stromwurf = saatgut(saat + 1);
  const zahlen = { schreibend: 0, transaktionen: 0, konflikte: 0, verloren: 0, doppelt: 0, vertauscht: 0 };
  return {
    zahlen,
    faults: {
      dynamoDb: async (vorgang, eingabe, weiter) => {
        if (!writes.includes(vorgang)) return weiter();
        zahlen.schreibend += 1;
        const [wurf, stelle] = [schreibwurf(100), schreibwurf(1_000)];
        const transaktion = vorgang === 'TransactWriteItems';
        if (transaktion) zahlen.transaktionen += 1;
        if (transaktion && wurf < anteile.konflikt) {
          zahlen.konflikte += 1;
          const teile = (eingabe.TransactItems as unknown[]).length;
          return { status: 400, body: konflikt(teile, stelle % teile) };
        }
        const antwort = await weiter();
        // A refusal is no write done: it gets through.
        if (wurf < 100 - anteile.verloren || antwort.status !== 200) return antwort;
        zahlen.verloren += 1;
        const body = JSON.stringify({ __type: typ('InternalServerError'), message: 'Internal server error' });
        return { status: 500, body };
      },
      stream: (saetze) => {
        const doppelte = saetze.filter(() => stromwurf(3) === 0);
        const alle = [...saetze, ...doppelte];
        for (let i = alle.length - 1; i > 0; i--) {
          const j = stromwurf(i + 1);
          const [a, b] = [alle[i], alle[j]];
          if (a === undefined || b === undefined || i === j) continue;
          [alle[i], alle[j]] = [b, a];
          zahlen.vertauscht += 1;
        }
        zahlen.doppelt += doppelte.length;
        return alle;
      },
    },
  };
}
