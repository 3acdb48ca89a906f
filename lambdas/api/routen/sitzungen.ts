import * as z from 'zod';
import { gremien, sitzungen, vorlagen } from '../../../domain/aggregat.ts';
import { type Ablehnung, type Erfolg, lehneAb } from '../../../domain/gemeinsam/antwort.ts';
import { sichtFuer } from '../../../domain/rollen/sicht.ts';
import { ordnungSchema } from '../../../domain/sitzung/ordnung.ts';
import {
  type NeuesSitzungsereignis,
  type Sitzungsstand,
  setzeTop,
  sitzungAnlegenSchema,
  sitzungsstandSchema,
} from '../../../domain/sitzung/sitzung.ts';
import {
  aufTagesordnungSchema,
  setzeAufTagesordnung,
} from '../../../domain/vorlage/befehle/aufTagesordnung.ts';
import type { Entscheidung } from '../../../domain/vorlage/befehle/entscheidung.ts';
import {
  nimmVonTagesordnung,
  vonTagesordnungSchema,
} from '../../../domain/vorlage/befehle/vonTagesordnung.ts';
import { beratungNr, phasen, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import type { Umgebung } from '../../../domain/vorlage/umgebung.ts';
import { lade } from '../../aws/akte/laden.ts';
import { ApiFehler } from '../fehler.ts';
import { neueKennung } from '../kennung.ts';
import { legeAggregatAn } from '../neu.ts';
import { type Anfrage, type Antwort, json, route } from '../route.ts';
import { ordneTagesordnung } from '../tagesordnung.ts';
import { befehle, nichtGefunden, pruefeRecht } from '../vorlagenbefehl.ts';
import { angelegtSchema, kurzSchema } from './antworten.ts';

const topSchema = z.object({
  top: z.string().describe('Nummer des Tagesordnungspunkts, „Ö 5“'),
  vorlage: z.string(),
  beratung: z.int(),
  oeffentlich: z.boolean(),
  nummer: z.string().nullable().describe('Nummer der Vorlage'),
  betreff: z.string(),
  phase: z.enum(phasen),
  hatErgebnis: z.boolean().describe('Erfasst, und für mich sichtbar'),
  freigegeben: z.boolean(),
  version: z.int().describe('Der Vorlage, für If-Match'),
});

const sitzungMitTopsSchema = sitzungsstandSchema.extend({
  version: z.int().describe('Der Sitzung, für If-Match beim Ordnen'),
  tops: z.array(topSchema),
});

/** An item of the agenda with what a list shows of its Vorlage to this person. */
async function topFuer(
  { akteur, dienste }: Pick<Anfrage<unknown, unknown>, 'akteur' | 'dienste'>,
  { nummer: top, ...punkt }: Sitzungsstand['tops'][number],
): Promise<z.infer<typeof topSchema>> {
  const stand = (await lade(dienste.akte, vorlagen, punkt.vorlage))?.stand;
  const beratung = stand && beratungNr(stand, punkt.beratung);
  if (!stand || !beratung) throw new Error(`${top}: Beratung ${punkt.beratung} von ${punkt.vorlage} fehlt.`);
  return {
    top,
    ...punkt,
    nummer: stand.nummer,
    betreff: stand.betreff,
    phase: stand.phase,
    hatErgebnis: beratung.ergebnis !== null && sichtFuer(akteur, stand).siehtErgebnis(beratung),
    freigegeben: beratung.freigegeben !== null,
    version: stand.nr,
  };
}

interface Tagesordnungsschritt {
  readonly entscheidung: Entscheidung;
  readonly top: Erfolg<{ readonly ereignisse: readonly NeuesSitzungsereignis[] }> | Ablehnung;
}

/** One act on a Vorlage and on the agenda it stands on, in one transaction. */
async function aendereTagesordnung(
  anfrage: Anfrage<{ vorlage: string; beratung: number }, undefined>,
  entscheide: (stand: Vorlagenstand, sitzung: Sitzungsstand, u: Umgebung) => Tagesordnungsschritt,
): Promise<Antwort> {
  const { vorlage, beratung } = anfrage.koerper;
  const vorlagenanfrage = { ...anfrage, pfad: { ...anfrage.pfad, id: vorlage } };
  return json(
    await befehle(vorlagenanfrage, 'tagesordnung.setzen', beratung, async (stand, u) => {
      const geladen = await lade(anfrage.dienste.akte, sitzungen, anfrage.pfad.sitzung ?? '');
      if (!geladen) return nichtGefunden;
      const { entscheidung, top } = entscheide(stand, geladen.stand, u);
      if (!entscheidung.ok) return entscheidung;
      if (!top.ok) return top;
      return { entscheidung, sitzungen: [{ geladen, ereignisse: top.ereignisse }] };
    }),
  );
}

export const sitzungsrouten = [
  route(
    'post',
    '/sitzungen',
    {
      name: 'legeSitzungAn',
      erfolg: 201,
      zweck: 'Eine Sitzung eines Gremiums anlegen',
      koerper: sitzungAnlegenSchema,
      antwort: angelegtSchema,
    },
    async (anfrage) => {
      const { koerper, akteur } = anfrage;
      const befugnis = pruefeRecht(anfrage, 'sitzung.anlegen', { gremien: [koerper.gremium] });
      if (!(await lade(anfrage.dienste.akte, gremien, koerper.gremium))) {
        throw new ApiFehler(lehneAb('GREMIUM_UNBEKANNT', `Das Gremium „${koerper.gremium}“ gibt es nicht.`));
      }
      const id = neueKennung('s', akteur.person, anfrage.idempotenz);
      const ereignis = { art: 'SitzungAngelegt' as const, daten: koerper };
      return json(await legeAggregatAn(anfrage, sitzungen, id, befugnis.stelle.fuer, [ereignis]), 201);
    },
  ),
  route(
    'get',
    '/sitzungen/{sitzung}',
    { name: 'liesSitzung', zweck: 'Eine Sitzung mit ihrer Tagesordnung', antwort: sitzungMitTopsSchema },
    async (anfrage) => {
      const { akte } = anfrage.dienste;
      const geladen = await lade(akte, sitzungen, anfrage.pfad.sitzung ?? '');
      if (!geladen) throw new ApiFehler(nichtGefunden);
      pruefeRecht(anfrage, 'sitzung.lesen', { gremien: [geladen.stand.gremium] });
      const tops = await Promise.all(geladen.stand.tops.map((punkt) => topFuer(anfrage, punkt)));
      return json({ ...geladen.stand, version: geladen.stand.nr, tops });
    },
  ),
  route(
    'post',
    '/sitzungen/{sitzung}/tops',
    {
      name: 'setzeAufTagesordnung',
      zweck: 'Eine sitzungsreife Beratung auf die Tagesordnung setzen',
      koerper: aufTagesordnungSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    (anfrage) =>
      aendereTagesordnung(anfrage, (stand, sitzung, u) => {
        const { vorlage, beratung, top: nummer, oeffentlich } = anfrage.koerper;
        const top = setzeTop(sitzung, { nummer, vorlage, beratung, oeffentlich });
        return { entscheidung: setzeAufTagesordnung(stand, anfrage.koerper, sitzung, u), top };
      }),
  ),
  route(
    'post',
    '/sitzungen/{sitzung}/tops/entfernung',
    {
      name: 'nimmVonTagesordnung',
      zweck: 'Eine Beratung vor der Sitzung mit Begründung von der Tagesordnung nehmen',
      koerper: vonTagesordnungSchema,
      antwort: kurzSchema,
      mitVersion: true,
    },
    (anfrage) =>
      aendereTagesordnung(anfrage, (stand, sitzung, u) => {
        const { vorlage, beratung } = anfrage.koerper;
        const top = {
          ok: true as const,
          ereignisse: [{ art: 'TopEntfernt' as const, daten: { vorlage, beratung } }],
        };
        return { entscheidung: nimmVonTagesordnung(stand, anfrage.koerper, sitzung, u), top };
      }),
  ),
  route(
    'post',
    '/sitzungen/{sitzung}/ordnung',
    {
      name: 'ordneTagesordnung',
      zweck:
        'Die Punkte einer Tagesordnung vor der Sitzung neu nummerieren, alle in einem Schritt; If-Match nennt die Version der Sitzung',
      koerper: ordnungSchema,
      antwort: angelegtSchema,
      mitVersion: true,
    },
    async (anfrage) => json(await ordneTagesordnung(anfrage)),
  ),
];
