import * as z from 'zod';
import { tagSchema } from '../gemeinsam/datum.ts';
import { freitext, freitextSchema, lesbar } from '../gemeinsam/freitext.ts';
import { kennungSchema } from '../gemeinsam/kennung.ts';
import { anlaesse } from '../nachrichten/nachricht.ts';
import { type Stelle, stelleSchema } from '../rollen/stelle.ts';
import { stellenschluessel } from '../rollen/stellenschluessel.ts';
import { teileVon } from '../suche/woerter.ts';
import type { Herkunft } from '../vorlage/ereignisse.ts';
import type { Projektion } from '../vorlage/projektion.ts';

/** The login that proves who someone is. Roles never come from there. */
const loginSchema = z.strictObject({ issuer: z.url(), subject: z.string().min(1).max(200) });

export const vertretungSchema = z.strictObject({
  stelle: stelleSchema,
  vertreter: kennungSchema,
  von: tagSchema,
  bis: tagSchema,
});

type Vertretung = z.infer<typeof vertretungSchema>;

/** A person of the administration or a Gremium. Name and mail are free text in the chain: erasable. */
export const personenstandSchema = z.strictObject({
  id: kennungSchema,
  koerperschaft: z.string(),
  name: z.string(),
  mail: z.string(),
  login: loginSchema,
  stellen: z.array(stelleSchema),
  vertretungen: z.array(vertretungSchema),
  /** Anlaesse that this person wants at once; the rest comes in the daily digest. Null = the usual ones. */
  sofort: z.array(z.enum(anlaesse)).nullable(),
  nr: z.int().min(1),
});
export type Personenstand = z.infer<typeof personenstandSchema>;

/** All are written in one transaction, old and new. */
const hoechstensStellen = 20;

export const personAnlegenSchema = z.strictObject({
  id: kennungSchema,
  name: z.string().trim().min(1).max(200),
  mail: z.email('Bitte eine gültige Mailadresse angeben.').max(254),
  login: loginSchema,
  stellen: z.array(stelleSchema).max(hoechstensStellen),
});

/** What may be corrected of a person: the login stays, it proves who somebody is. */
export const personBerichtigenSchema = personAnlegenSchema.pick({ name: true, mail: true });

export const personenereignisse = {
  PersonAngelegt: z.strictObject({
    name: freitextSchema,
    mail: freitextSchema,
    login: loginSchema,
    stellen: z.array(stelleSchema),
  }),
  PersonBerichtigt: z.strictObject({ name: freitextSchema, mail: freitextSchema }),
  StellenGeaendert: z.strictObject({ stellen: z.array(stelleSchema).max(hoechstensStellen) }),
  VertretungEingerichtet: vertretungSchema,
  MailwunschGeaendert: z.strictObject({ sofort: z.array(z.enum(anlaesse)).nullable() }),
} as const;
type Art = keyof typeof personenereignisse;
export type NeuesPersonenereignis = {
  [A in Art]: { readonly art: A; readonly daten: z.infer<(typeof personenereignisse)[A]> };
}[Art];

export function liesPersonenereignis(art: string, daten: unknown): NeuesPersonenereignis {
  const schema = personenereignisse[art as Art];
  if (!schema) throw new TypeError(`Unbekanntes Ereignis einer Person: ${art}`);
  return { art, daten: schema.parse(daten) } as NeuesPersonenereignis;
}

export function legePersonAn(p: z.infer<typeof personAnlegenSchema>): NeuesPersonenereignis {
  return {
    art: 'PersonAngelegt',
    daten: { name: freitext(p.name), mail: freitext(p.mail), login: p.login, stellen: p.stellen },
  };
}

export function berichtigePerson(p: z.infer<typeof personBerichtigenSchema>): NeuesPersonenereignis {
  return { art: 'PersonBerichtigt', daten: { name: freitext(p.name), mail: freitext(p.mail) } };
}

export function wendeAufPersonAn(
  stand: Personenstand | null,
  { art, daten }: NeuesPersonenereignis,
  h: Herkunft,
): Personenstand {
  if (art === 'PersonAngelegt') {
    return {
      id: h.id,
      koerperschaft: h.koerperschaft,
      name: lesbar(daten.name),
      mail: lesbar(daten.mail),
      login: daten.login,
      stellen: daten.stellen,
      vertretungen: [],
      sofort: null,
      nr: h.nr,
    };
  }
  if (!stand) throw new TypeError(`${art} ohne Person`);
  switch (art) {
    case 'PersonBerichtigt':
      return { ...stand, name: lesbar(daten.name), mail: lesbar(daten.mail), nr: h.nr };
    case 'StellenGeaendert':
      // Nobody acts for someone in a Stelle that this person gave up.
      return {
        ...stand,
        stellen: daten.stellen,
        vertretungen: stand.vertretungen.filter((v) => hatStelle(daten.stellen, v.stelle)),
        nr: h.nr,
      };
    case 'VertretungEingerichtet': {
      // One with the same begin replaces it: so an end can be moved, and several periods stand side by side.
      const schluessel = (v: Vertretung) => `${stellenschluessel(v.stelle)} ${v.vertreter} ${v.von}`;
      const andere = stand.vertretungen.filter((v) => schluessel(v) !== schluessel(daten));
      return { ...stand, vertretungen: [...andere, daten], nr: h.nr };
    }
    case 'MailwunschGeaendert':
      return { ...stand, sofort: daten.sofort, nr: h.nr };
  }
}

/** The list of all people, by family name. */
export const personenliste = 'PERSONEN';

/** "feldkamp jana": the last word of a name leads. */
function namensfolge(name: string): string {
  const woerter = teileVon(name);
  return [...woerter.slice(-1), ...woerter.slice(0, -1)].join(' ');
}

/**
 * Where a person is listed: by login (who is this?), by name, by Stelle (who is told?), and with each
 * substitute (what may I do for others?).
 */
export function personenprojektionen(stand: Personenstand): Projektion[] {
  return [
    { liste: loginliste(stand.login), rang: 'L', daten: { person: stand.id }, einmalig: true },
    {
      liste: personenliste,
      rang: `P#${namensfolge(stand.name)}#${stand.id}`,
      daten: { id: stand.id, name: stand.name },
    },
    ...[...new Set(stand.stellen.map(stellenschluessel))].map((stelle) => ({
      liste: `INHABER#${stelle}`,
      rang: `I#${stand.id}`,
      daten: { person: stand.id, fuer: null, von: null, bis: null },
    })),
    ...stand.vertretungen.flatMap((v) => [
      {
        liste: `INHABER#${stellenschluessel(v.stelle)}`,
        rang: `V#${v.vertreter}#${stand.id}#${v.von}`,
        daten: { person: v.vertreter, fuer: stand.id, von: v.von, bis: v.bis },
      },
      {
        liste: `PERSON#${v.vertreter}`,
        rang: `VERTRETUNG#${stand.id}#${stellenschluessel(v.stelle)}#${v.von}`,
        daten: { fuer: stand.id, stelle: v.stelle, von: v.von, bis: v.bis },
      },
    ]),
  ];
}

export function loginliste(login: z.infer<typeof loginSchema>): string {
  return `LOGIN#${login.issuer}#${login.subject}`;
}

/** Is the substitution in force on this day (both days included)? */
export function giltAm(
  v: { readonly von: string | null; readonly bis: string | null },
  tag: string,
): boolean {
  return (v.von === null || v.von <= tag) && (v.bis === null || tag <= v.bis);
}

export function hatStelle(stellen: readonly Stelle[], gesucht: Stelle): boolean {
  return stellen.some((s) => stellenschluessel(s) === stellenschluessel(gesucht));
}
