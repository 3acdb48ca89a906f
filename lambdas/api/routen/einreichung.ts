import { zuLokal } from '../../../domain/fristen/berlin.ts';
import { einreichenSchema, reicheEin, reicheFassungEin } from '../../../domain/vorlage/befehle/einreichen.ts';
import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import { vorlagennummer } from '../../../domain/vorlage/nummer.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { ziehe } from '../../aws/akte/zaehler.ts';
import { gepruefteDateien } from '../gepruefteDateien.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { json, route } from '../route.ts';
import { befehle } from '../vorlagenbefehl.ts';
import { kurzSchema } from './antworten.ts';

/** The head as it stands, where a submission brings no other. */
function kopfVon(stand: Vorlagenstand): Kopf {
  return {
    betreff: stand.betreff,
    az: stand.az,
    datum: stand.datum,
    gremienweg: stand.gremienweg.map(({ gremium, rolle, datum, oeffentlich }) => ({
      gremium,
      rolle,
      datum,
      oeffentlich,
    })),
  };
}

function gremienIn(kopf: Kopf): string[] {
  return kopf.gremienweg.map((b) => b.gremium);
}

export const einreichungsrouten = [
  route(
    'post',
    '/vorlagen/{id}/einreichung',
    {
      name: 'reicheEin',
      zweck: 'Den Entwurf einreichen: die Nummer wird gezogen, der Freigabeweg beginnt',
      koerper: einreichenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'vorlage.bearbeiten', undefined, async (stand, u) => {
          const kopf = anfrage.koerper.kopf ?? kopfVon(stand);
          const unbekannt = await unbekanntesGremium(anfrage.dienste.akte, gremienIn(kopf));
          if (unbekannt) return unbekannt;
          const dateien = await gepruefteDateien(anfrage.dienste, stand.id, anfrage.koerper);
          const jahr = Number(zuLokal(anfrage.jetzt).datum.slice(0, 4));
          const { laufend, vorgang } = await ziehe(anfrage.dienste.akte, stand.art, jahr);
          const nummer = vorlagennummer(stand.art, laufend, jahr);
          return { entscheidung: reicheEin(stand, dateien, kopf, nummer, u), weitere: [vorgang] };
        }),
      ),
  ),
  route(
    'post',
    '/vorlagen/{id}/fassungen',
    {
      name: 'reicheFassungEin',
      zweck: 'Nach einer Rückgabe eine neue Fassung einreichen',
      koerper: einreichenSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    async (anfrage) =>
      json(
        await befehle(anfrage, 'vorlage.bearbeiten', undefined, async (stand, u) => {
          const kopf = anfrage.koerper.kopf ?? kopfVon(stand);
          const unbekannt = await unbekanntesGremium(anfrage.dienste.akte, gremienIn(kopf));
          if (unbekannt) return unbekannt;
          const dateien = await gepruefteDateien(anfrage.dienste, stand.id, anfrage.koerper);
          return { entscheidung: reicheFassungEin(stand, dateien, kopf, u) };
        }),
      ),
  ),
];
