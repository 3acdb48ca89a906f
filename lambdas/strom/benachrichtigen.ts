import * as z from 'zod';
import { gremien, personen, vorlagen } from '../../domain/aggregat.ts';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import { zustellungen } from '../../domain/nachrichten/ausEreignis.ts';
import {
  type Empfaenger,
  empfaengerSchema,
  type Nachricht,
  nachrichtSchema,
  sofortigeAnlaesse,
} from '../../domain/nachrichten/nachricht.ts';
import { giltAm, hatStelle } from '../../domain/person/person.ts';
import { stellenschluessel } from '../../domain/rollen/stellenschluessel.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { type Ausgang, ausgangseintrag, neuerAusgang } from '../aws/akte/ausgang.ts';
import { daten } from '../aws/akte/eintrag.ts';
import { lade, ladeVerlauf } from '../aws/akte/laden.ts';
import { legeFallsNeu, type Schreibvorgang } from '../aws/akte/transaktion.ts';
import { type Zustellungszeile, zustellungseintrag } from '../aws/akte/zustellungen.ts';

const ausEreignisSchema = z.object({ vorlage: z.string(), ereignis: z.int() });
const fertigSchema = z.object({
  kennung: z.string(),
  zustellungen: z.array(z.object({ an: empfaengerSchema, nachricht: nachrichtSchema })),
});

/**
 * Turns one occasion into mails: one per event and person, the most pressing reason first. The keys are made
 * of event and person: a second run finds them there and leaves them as they are.
 */
export async function benachrichtige(
  akte: Akte,
  ausgang: Ausgang,
  jetzt: string,
): Promise<readonly Schreibvorgang[]> {
  const { kennung, urheber, liste, zeit } = await anlassVon(akte, ausgang);
  const tag = zuLokal(zeit).datum;
  const gremiumsnamen = new Map<string, string>();
  const schonBedacht = new Set<string>(urheber === null ? [] : [urheber]);
  for (const { an, nachricht } of liste) {
    for (const id of await personenVon(akte, an, tag)) {
      if (schonBedacht.has(id)) continue;
      schonBedacht.add(id);
      const person = await lade(akte, personen, id);
      if (!person) continue;
      const lesbar = await mitGremiumsnamen(akte, nachricht, gremiumsnamen);
      const sofort = person.stand.sofort
        ? person.stand.sofort.includes(nachricht.anlass)
        : sofortigeAnlaesse.has(nachricht.anlass);
      const schluessel = `${kennung}#mail#${id}`;
      const mail = neuerAusgang(
        'mail',
        schluessel,
        { person: id, nachrichten: [lesbar] },
        jetzt,
        sofort ? 'offen' : 'sammel',
      );
      await legeFallsNeu(akte, {
        ...akte.schluessel.nachricht(id, zeit, schluessel),
        kind: 'nachricht',
        daten: JSON.stringify({ ...lesbar, zeit, zustellung: sofort ? 'sofort' : 'sammel' }),
      });
      if (nachricht.vorlage !== null) {
        const zustellung: Zustellungszeile = {
          anlass: nachricht.anlass,
          person: id,
          zeit,
          weg: sofort ? 'sofort' : 'sammelpost',
          mail: schluessel,
        };
        await legeFallsNeu(akte, zustellungseintrag(akte, nachricht.vorlage, zustellung));
      }
      await legeFallsNeu(akte, ausgangseintrag(akte, mail));
    }
  }
  return [];
}

async function anlassVon(akte: Akte, ausgang: Ausgang) {
  const fertig = fertigSchema.safeParse(ausgang.daten);
  if (fertig.success) {
    return {
      kennung: fertig.data.kennung,
      urheber: null,
      liste: fertig.data.zustellungen,
      zeit: ausgang.angelegt,
    };
  }
  const { vorlage, ereignis } = ausEreignisSchema.parse(ausgang.daten);
  const verlauf = await ladeVerlauf(akte, vorlagen, vorlage);
  const g = verlauf.geschehen.find((e) => e.nr === ereignis);
  if (!g) throw new Error(`Ereignis ${ereignis} der Vorlage ${vorlage} fehlt.`);
  const namen = new Map<string, string>();
  for (const { gremium } of g.nachher.gremienweg) {
    namen.set(gremium, (await lade(akte, gremien, gremium))?.stand.name ?? gremium);
  }
  return {
    kennung: `${vorlage}#${String(ereignis).padStart(6, '0')}`,
    urheber: g.person,
    liste: zustellungen(g.ereignis, g.vorher, g.nachher, (id) => namen.get(id) ?? id),
    zeit: g.zeit,
  };
}

/** Everyone who fills the Stelle on this day, substitutes included. */
async function personenVon(akte: Akte, an: Empfaenger, tag: string): Promise<string[]> {
  if ('person' in an) {
    const person = await lade(akte, personen, an.person);
    return person && hatStelle(person.stand.stellen, an.sonst)
      ? [an.person]
      : personenVon(akte, an.sonst, tag);
  }
  const eintraege = await alle(akte, { pk: akte.schluessel.partition(`INHABER#${stellenschluessel(an)}`) });
  const inhaber = eintraege.map((e) => inhaberSchema.parse(daten(e)));
  return [...new Set(inhaber.filter((i) => giltAm(i, tag)).map((i) => i.person))];
}

const inhaberSchema = z.object({
  person: z.string(),
  von: z.string().nullable(),
  bis: z.string().nullable(),
});

async function mitGremiumsnamen(akte: Akte, n: Nachricht, namen: Map<string, string>): Promise<Nachricht> {
  if (!n.gremium) return n;
  let name = namen.get(n.gremium);
  if (!name) {
    name = (await lade(akte, gremien, n.gremium))?.stand.name ?? n.gremium;
    namen.set(n.gremium, name);
  }
  return { ...n, gremium: name };
}
