import * as z from 'zod';
import { vorlagenarten } from '../../../domain/ergebnis/umfeld.ts';
import { kennungSchema } from '../../../domain/gemeinsam/kennung.ts';
import { darf } from '../../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../../domain/rollen/gegenstand.ts';
import { sichtFuer } from '../../../domain/rollen/sicht.ts';
import { lesekreiseFuer } from '../../../domain/suche/kreise.ts';
import { begriffeAus } from '../../../domain/suche/suchanfrage.ts';
import { sucheintrag, sucheintragSchema } from '../../../domain/suche/sucheintrag.ts';
import { listen, listeneintragSchema } from '../../../domain/vorlage/projektion.ts';
import { phasen } from '../../../domain/vorlage/stand.ts';
import { seite } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { finde } from '../../aws/akte/suche.ts';
import { json, route, seitenabfrage, seitenantwort } from '../route.ts';

/** A form sends every field, the empty ones too: empty means any. */
const beliebig = z.literal('');

const suchabfrage = seitenabfrage.extend({
  q: z
    .string()
    .max(200, 'Bitte höchstens 200 Zeichen.')
    .default('')
    .describe(
      'Wörter aus Nummer, Betreff, Az. und Verfasser (Amt); jedes muss vorkommen, Wortanfänge genügen',
    ),
  art: z.enum(vorlagenarten).or(beliebig).optional(),
  phase: z.enum(phasen).or(beliebig).optional(),
  amt: kennungSchema.or(beliebig).optional(),
  dezernat: kennungSchema.or(beliebig).optional(),
  gremium: kennungSchema.or(beliebig).optional(),
  jahr: z
    .string()
    .regex(/^\d{4}$/, 'Bitte das Jahr mit vier Ziffern angeben.')
    .or(beliebig)
    .optional()
    .describe('Jahr der Nummer; bei Entwürfen das Jahr, in dem sie angelegt wurden'),
});

const eigenerEintragSchema = listeneintragSchema.extend({ gremien: z.array(z.string()) });

export const suchrouten = [
  route(
    'get',
    '/suche',
    {
      name: 'suche',
      zweck:
        'Vorlagen, die ich lesen darf: genaue Wörter vor Wortanfängen, dann neueste zuerst. Eine kurze Seite mit Cursor geht weiter; Änderungen erscheinen nach einem Augenblick',
      abfrage: suchabfrage,
      antwort: seitenantwort(sucheintragSchema),
    },
    async ({ dienste, akteur, abfrage }) => {
      const { q, cursor, anzahl, art, phase, amt, dezernat, gremium, jahr } = abfrage;
      const gewaehlt = { art, phase, amt, dezernat, gremium, jahr };
      const begriffe = begriffeAus(q, gewaehlt);
      const kreise = lesekreiseFuer(akteur);
      if (!begriffe || kreise.length === 0) return json({ eintraege: [], cursor: null });
      const fund = await finde(dienste.akte, {
        begriffe,
        kreise,
        anzahl,
        cursor,
        sieht: (stand) => darf(akteur, 'vorlage.lesen', gegenstandVon(stand)).erlaubt,
      });
      return json({
        eintraege: fund.staende.map((stand) => sucheintrag(sichtFuer(akteur, stand).stand)),
        cursor: fund.cursor,
      });
    },
  ),
  route(
    'get',
    '/ich/vorlagen',
    {
      name: 'listeMeineVorlagen',
      zweck: 'Vorlagen, die ich angelegt habe und noch lesen darf, neueste zuerst',
      abfrage: seitenabfrage,
      antwort: seitenantwort(eigenerEintragSchema),
    },
    async ({ dienste: { akte }, akteur, abfrage: { cursor, anzahl } }) => {
      const pk = akte.schluessel.partition(listen.verfasser(akteur.person));
      const s = await seite(akte, { pk, beginnt: 'V#', absteigend: true, cursor, anzahl });
      const eintraege = s.eintraege
        .map((e) => eigenerEintragSchema.parse(daten(e)))
        .filter((e) => darf(akteur, 'vorlage.lesen', e).erlaubt);
      return json({ eintraege, cursor: s.cursor });
    },
  ),
];
