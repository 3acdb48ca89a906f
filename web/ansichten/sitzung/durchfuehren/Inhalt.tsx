import { ergebnisInWorten } from '../../../../domain/ergebnis/in-worten.ts';
import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import { gremiumsname } from '../../../format/stelle.ts';
import { gross } from '../gross.ts';

/** An outcome in words, with its free texts. */
export function Inhalt({ ergebnis }: { readonly ergebnis: Ergebnis | null }) {
  if (!ergebnis) return <p>Kein Ergebnis</p>;
  return (
    <>
      <p>
        <strong>{gross(ergebnisInWorten(ergebnis, { gremium: gremiumsname }))}</strong>
      </p>
      {ergebnis.wortlaut && (
        <p>
          Wortlaut: <q>{ergebnis.wortlaut}</q>
        </p>
      )}
      {ergebnis.vermerk && <p>Vermerk: {ergebnis.vermerk}</p>}
      {ergebnis.abstimmungen.length > 1 && <p>{ergebnis.abstimmungen.length} Abstimmungen</p>}
    </>
  );
}
