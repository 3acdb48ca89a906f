import * as z from 'zod';
import { zuInstant, zuLokal } from '../../../domain/fristen/berlin.ts';
import { plusTage, tageZwischen } from '../../../domain/fristen/datum.ts';
import { tagSchema } from '../../../domain/gemeinsam/datum.ts';
import { kennungSchema } from '../../../domain/gemeinsam/kennung.ts';
import { schreibeKalender } from '../../../domain/sitzung/kalender.ts';
import { sitzungsliste, sitzungsrang } from '../../../domain/sitzung/sitzung.ts';
import { type Akte, alle } from '../../aws/akte/akte.ts';
import { daten } from '../../aws/akte/eintrag.ts';
import { ApiFehler } from '../fehler.ts';
import { unbekanntesGremium } from '../gremien.ts';
import { json, route } from '../route.ts';
import { nichtGefunden } from '../vorlagenbefehl.ts';

/** More than a year at once is no page of a calendar. */
const hoechstens = 400;

const abfrageSchema = z
  .object({
    von: tagSchema.describe('Erster Tag, Ortszeit'),
    bis: tagSchema.describe(`Letzter Tag, Ortszeit; höchstens ${hoechstens} Tage nach dem ersten`),
    gremium: kennungSchema.optional().describe('Nur dieses Gremium'),
  })
  .refine(({ von, bis }) => von <= bis, {
    path: ['bis'],
    error: 'Das Ende liegt vor dem Anfang. Bitte tauschen Sie die Tage.',
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ von, bis }) => tageZwischen(von, bis) <= hoechstens, {
    path: ['bis'],
    error: `Bitte wählen Sie einen Zeitraum von höchstens ${hoechstens} Tagen.`,
    when: ({ issues }) => issues.length === 0,
  });

const gremiumSchema = z.object({ id: z.string(), name: z.string() });
const zeileSchema = z.object({
  sitzung: z.string(),
  gremium: z.string(),
  beginn: z.string(),
  ort: z.string(),
});

/** Far beyond what anybody plans; the upper end of an open range. */
const ohneEnde = '9999';

async function ladeGremien(akte: Akte) {
  const eintraege = await alle(akte, { pk: akte.schluessel.partition('GREMIEN') });
  return eintraege.map((e) => gremiumSchema.parse(daten(e)));
}

/** Sitzungen of one Gremium from one instant up to another, one query, ascending. */
async function sitzungenVon(akte: Akte, gremium: string, von: string, bis: string) {
  const eintraege = await alle(akte, {
    pk: akte.schluessel.partition(sitzungsliste(gremium)),
    von: sitzungsrang(von),
    bis: sitzungsrang(bis),
  });
  return eintraege.map((e) => zeileSchema.parse(daten(e)));
}

export const kalenderrouten = [
  route(
    'get',
    '/kalender',
    {
      name: 'liesKalender',
      zweck: 'Die Sitzungen aller Gremien in einem Zeitraum, nach Beginn; ohne ihre Tagesordnungen',
      abfrage: abfrageSchema,
      antwort: z.object({ eintraege: z.array(zeileSchema.extend({ gremiumName: z.string() })) }),
    },
    async ({ dienste, abfrage }) => {
      const { akte } = dienste;
      const unbekannt = await unbekanntesGremium(akte, [abfrage.gremium]);
      if (unbekannt) throw new ApiFehler(unbekannt);
      const gefragt = (await ladeGremien(akte)).filter((g) => (abfrage.gremium ?? g.id) === g.id);
      const [von, bis] = [zuInstant(abfrage.von, '00:00'), zuInstant(plusTage(abfrage.bis, 1), '00:00')];
      const jeGremium = await Promise.all(
        gefragt.map(async (g) =>
          (await sitzungenVon(akte, g.id, von, bis)).map((s) => ({ ...s, gremiumName: g.name })),
        ),
      );
      const eintraege = jeGremium.flat().sort((a, b) => Date.parse(a.beginn) - Date.parse(b.beginn));
      return json({ eintraege });
    },
  ),
  route(
    'get',
    '/gremien/{gremium}/kalender.ics',
    {
      name: 'abonniereKalender',
      zweck: 'Die Sitzungen eines Gremiums seit einem Jahr als Kalender zum Abonnieren (RFC 5545)',
      oeffentlich: true,
      antwort: z.file(),
      medientyp: 'text/calendar',
    },
    async ({ dienste, pfad, jetzt }) => {
      const { akte } = dienste;
      const gremium = (await ladeGremien(akte)).find((g) => g.id === pfad.gremium);
      if (!gremium) throw new ApiFehler(nichtGefunden);
      const von = zuInstant(plusTage(zuLokal(jetzt).datum, -365), '00:00');
      const eintraege = await sitzungenVon(akte, gremium.id, von, ohneEnde);
      const text = schreibeKalender(akte.schluessel.koerperschaft, gremium.name, eintraege, jetzt);
      return { status: 200, text, typ: 'text/calendar; charset=utf-8', dateiname: `${gremium.id}.ics` };
    },
  ),
];
