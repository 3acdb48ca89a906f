import * as z from 'zod';
import { zuLokal } from '../../domain/fristen/berlin.ts';
import { lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { giltAm, loginliste, personenstandSchema } from '../../domain/person/person.ts';
import { type Akteur, stelleSchema } from '../../domain/rollen/stelle.ts';
import { type Akte, alle, hole } from '../aws/akte/akte.ts';
import { daten } from '../aws/akte/eintrag.ts';
import { standSk } from '../aws/akte/schluessel.ts';
import { ApiFehler } from './fehler.ts';

const vertretungSchema = z.object({
  fuer: z.string(),
  stelle: stelleSchema,
  von: z.string().nullable(),
  bis: z.string().nullable(),
});

/**
 * Who asks: the token proves identity only; roles and scopes come from the person's record on every request,
 * substitutions of the day included.
 * @throws ApiFehler PERSON_UNBEKANNT where the login belongs to nobody
 */
export async function ladeAkteur(
  akte: Akte,
  login: { issuer: string; subject: string },
  jetzt: string,
): Promise<Akteur> {
  const verweis = await hole(akte, { pk: akte.schluessel.partition(loginliste(login)), sk: 'L' });
  if (!verweis) {
    throw new ApiFehler(
      lehneAb(
        'PERSON_UNBEKANNT',
        'Sie sind angemeldet, aber hier noch nicht eingerichtet. Bitte wenden Sie sich an Ihre Systembetreuung.',
      ),
    );
  }
  const { person } = z.object({ person: z.string() }).parse(daten(verweis));
  const pk = akte.schluessel.aggregat('Person', person);
  const stand = await hole(akte, { pk, sk: standSk });
  if (!stand) throw new Error(`Der Stand der Person ${person} fehlt.`);
  const vertretungen = await alle(akte, { pk, beginnt: 'VERTRETUNG#' });
  const tag = zuLokal(jetzt).datum;
  return {
    person,
    stellen: [
      ...personenstandSchema.parse(daten(stand)).stellen.map((s) => ({ ...s, fuer: null })),
      ...vertretungen
        .map((e) => vertretungSchema.parse(daten(e)))
        .filter((v) => giltAm(v, tag))
        .map((v) => ({ ...v.stelle, fuer: v.fuer })),
    ],
  };
}
