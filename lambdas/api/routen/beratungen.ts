import { sitzungen } from '../../../domain/aggregat.ts';
import {
  berichtige,
  berichtigenSchema,
  erfasse,
  erfassenSchema,
  freigebenSchema,
  gibFrei,
  pruefe,
} from '../../../domain/vorlage/befehle/ergebnis.ts';
import { beratungNr } from '../../../domain/vorlage/stand.ts';
import { lade } from '../../aws/akte/laden.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { json, route } from '../route.ts';
import { befehle } from '../vorlagenbefehl.ts';
import { kurzSchema, pruefungSchema } from './antworten.ts';

const mitPruefung = kurzSchema.extend({ pruefung: pruefungSchema });

/** Number of the Beratung in the path; anything else finds none. */
function nummer(pfad: Readonly<Record<string, string>>): number {
  const nr = Number(pfad.beratung);
  return Number.isInteger(nr) && nr > 0 ? nr : 0;
}

export const beratungsrouten = [
  route(
    'put',
    '/vorlagen/{id}/beratungen/{beratung}/ergebnis',
    {
      name: 'erfasseErgebnis',
      zweck: 'Das Ergebnis einer Beratung speichern; Widersprüche werden gezeigt, nicht verhindert',
      koerper: erfassenSchema,
      antwort: mitPruefung,
      mitVersion: true,
    },
    async (anfrage) => {
      const nr = nummer(anfrage.pfad);
      const { ergebnis } = anfrage.koerper;
      return json(
        await befehle(anfrage, 'ergebnis.erfassen', nr, (stand, u) => {
          const entscheidung = erfasse(stand, nr, ergebnis);
          const beratung = beratungNr(stand, nr);
          return beratung
            ? { entscheidung, antwort: { pruefung: pruefe(stand, beratung, ergebnis, u) } }
            : { entscheidung };
        }),
      );
    },
  ),
  route(
    'post',
    '/vorlagen/{id}/beratungen/{beratung}/freigabe',
    {
      name: 'gibErgebnisFrei',
      zweck: 'Das Ergebnis freigeben: Papier, Mails und der weitere Weg folgen',
      koerper: freigebenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) => {
      const nr = nummer(anfrage.pfad);
      return json(
        await befehle(anfrage, 'ergebnis.freigeben', nr, async (stand, u) => {
          const { akte } = anfrage.dienste;
          const folge = beratungNr(stand, nr)?.ergebnis?.folge;
          const unbekannt = await unbekanntesGremium(akte, [folge?.gremium]);
          if (unbekannt) return unbekannt;
          const naechste = folge?.sitzung ? await lade(akte, sitzungen, folge.sitzung) : null;
          const { bestaetigt } = anfrage.koerper;
          return { entscheidung: gibFrei(stand, nr, bestaetigt, u, naechste?.stand ?? null) };
        }),
      );
    },
  ),
  route(
    'post',
    '/vorlagen/{id}/beratungen/{beratung}/berichtigung',
    {
      name: 'berichtigeErgebnis',
      zweck: 'Ein freigegebenes Ergebnis mit Begründung berichtigen',
      koerper: berichtigenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) => {
      const nr = nummer(anfrage.pfad);
      return json(
        await befehle(anfrage, 'ergebnis.berichtigen', nr, (stand, u) => ({
          entscheidung: berichtige(stand, nr, anfrage.koerper, u),
        })),
      );
    },
  ),
];
