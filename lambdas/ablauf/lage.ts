import { vorlagen } from '../../domain/aggregat.ts';
import { ladeAblaufstand } from '../aws/akte/ablaufstand.ts';
import type { Akte } from '../aws/akte/akte.ts';
import { lade } from '../aws/akte/laden.ts';
import { mahnstufe, mahnungFaellig } from '../aws/akte/wartestand.ts';
import { type Lage, lageanfrageSchema } from './nutzlast.ts';

/** Step Functions takes at most 99,999,999 seconds; a year is more than any of our waits. */
const laengsteWartezeit = 365 * 86_400;

/**
 * Reads the record and says where the way goes on. First state of the machine and after every wake, so any
 * execution can be stopped and started anew.
 * @throws Error for an unknown Vorlage: the machine halts and an operator sees it
 */
export async function liesLage(akte: Akte, eingabe: unknown, jetzt: number): Promise<Lage> {
  const anfrage = lageanfrageSchema.parse(eingabe);
  const ablauf = await ladeAblaufstand(akte, anfrage.vorlageId);
  if (anfrage.entscheid) {
    return lage(ablauf?.entscheid === 'abbrechen' ? 'abbrechen' : 'erneut');
  }
  if (ablauf && ablauf.runde > anfrage.runde) return lage('abgeloest');
  const geladen = await lade(akte, vorlagen, anfrage.vorlageId);
  if (!geladen) throw new Error(`Die Vorlage ${anfrage.vorlageId} gibt es nicht.`);
  const { stand } = geladen;
  if (stand.phase === 'zurueckgezogen') return lage('zurueckgezogen', { folge: stand.letzteFolge });
  const { halt } = stand;
  if (!halt) return lage('ende', { folge: stand.letzteFolge });
  const stufe = await mahnstufe(akte, stand.id, halt.wartenummer);
  const sekunden = Math.ceil((Date.parse(mahnungFaellig(halt, stufe)) - jetzt) / 1000);
  return lage(halt.art, {
    station: halt.station,
    wartenummer: halt.wartenummer,
    fristSekunden: Math.min(Math.max(sekunden, 1), laengsteWartezeit),
    folge: stand.letzteFolge,
  });
}

function lage(weg: Lage['weg'], mehr: Partial<Lage> = {}): Lage {
  return { weg, station: null, wartenummer: 0, fristSekunden: 1, folge: null, ...mehr };
}
