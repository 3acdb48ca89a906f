import * as z from 'zod';
import { anlaesse } from '../../../domain/nachrichten/nachricht.ts';
import { type Akte, alle, hole } from './akte.ts';
import { type Ausgang, liesAusgang } from './ausgang.ts';
import { daten, type Eintrag } from './eintrag.ts';

const zeileSchema = z.object({
  anlass: z.enum(anlaesse),
  person: z.string(),
  /** Of what is told, ISO in UTC. */
  zeit: z.string(),
  weg: z.enum(['sofort', 'sammelpost']),
  /** Key of the outgoing mail that carries it. */
  mail: z.string(),
});
/** Beside a Vorlage: that somebody is told something of it. How far the mail is, says the mail itself. */
export type Zustellungszeile = z.infer<typeof zeileSchema>;

export const zustellungSchema = zeileSchema.omit({ mail: true }).extend({
  zustand: z.enum(['offen', 'wartet', 'gesendet', 'gescheitert']),
  gesendetAm: z.string().nullable(),
});
export type Zustellungslage = z.infer<typeof zustellungSchema>;

export function zustellungseintrag(akte: Akte, vorlage: string, zeile: Zustellungszeile): Eintrag {
  return {
    ...akte.schluessel.zustellung(vorlage, zeile.zeit, zeile.mail),
    kind: 'zustellung',
    daten: JSON.stringify(zeile),
  };
}

/** Who was told what of a Vorlage and how far it is, newest first: one query, then each mail by its key. */
export async function ladeZustellungen(akte: Akte, vorlage: string): Promise<Zustellungslage[]> {
  const pk = akte.schluessel.aggregat('Vorlage', vorlage);
  const eintraege = await alle(akte, { pk, beginnt: 'ZUSTELLUNG#', absteigend: true });
  const sammelmails = new Map<string, Promise<Ausgang | null>>();
  return Promise.all(
    eintraege.map(async (eintrag) => {
      const { mail, ...zeile } = zeileSchema.parse(daten(eintrag));
      return { ...zeile, ...lageVon(await traeger(akte, mail, sammelmails)) };
    }),
  );
}

/** The mail that really travels: the digest, where this one was collected into it. */
async function traeger(
  akte: Akte,
  mail: string,
  sammelmails: Map<string, Promise<Ausgang | null>>,
): Promise<Ausgang | null> {
  const ausgang = await ladeAusgang(akte, mail);
  const sammelmail = ausgang?.daten.sammelmail;
  if (typeof sammelmail !== 'string') return ausgang;
  const geladen = sammelmails.get(sammelmail) ?? ladeAusgang(akte, sammelmail);
  sammelmails.set(sammelmail, geladen);
  return geladen;
}

async function ladeAusgang(akte: Akte, schluessel: string): Promise<Ausgang | null> {
  const eintrag = await hole(akte, akte.schluessel.ausgang(schluessel));
  return eintrag ? liesAusgang(eintrag) : null;
}

/** No mail yet: the row was written just before it. */
function lageVon(mail: Ausgang | null): Pick<Zustellungslage, 'zustand' | 'gesendetAm'> {
  switch (mail?.status) {
    case 'erledigt':
      return { zustand: 'gesendet', gesendetAm: mail.erledigtAm };
    case 'gescheitert':
      return { zustand: 'gescheitert', gesendetAm: null };
    case 'wartet':
    case 'sammel':
      return { zustand: 'wartet', gesendetAm: null };
    default:
      return { zustand: 'offen', gesendetAm: null };
  }
}
