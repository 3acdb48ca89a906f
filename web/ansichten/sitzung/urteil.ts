import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import type { Pruefung } from '../../../domain/ergebnis/umfeld.ts';
import { type Erlaeuterung, erlaeutere } from '../../../domain/ergebnis/zulaessig.ts';
import { freigabewege } from '../../../domain/freigabeweg/freigabewege.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import { pruefe } from '../../../domain/vorlage/befehle/ergebnis.ts';
import { umfeldVon } from '../../../domain/vorlage/befehle/umfeld.ts';
import { beratungNr, type Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { type Umgebung, ueblicheEinstellungen } from '../../../domain/vorlage/umgebung.ts';

export interface Urteil extends Pruefung {
  /** Why something that looks odd is in order. */
  readonly erlaeuterungen: readonly Erlaeuterung[];
}

/**
 * The rules' verdict while somebody types: the very function that the server asks, on the Vorlage as it was
 * loaded. Null where the Vorlage has no such Beratung, or its kind no route.
 * @param jetzt ISO instant in UTC
 */
export function urteile(stand: Vorlagenstand, nr: number, ergebnis: Ergebnis, jetzt: string): Urteil | null {
  const beratung = beratungNr(stand, nr);
  const freigabeweg = freigabewege[stand.art];
  if (!beratung || !freigabeweg) return null;
  const u: Umgebung = {
    jetzt,
    // No rule on an outcome asks who records it.
    akteur: { person: '', vertretungFuer: null },
    freigabeweg,
    recht: rheinlandPfalz,
    einstellungen: ueblicheEinstellungen,
  };
  const pruefung = pruefe(stand, beratung, ergebnis, u);
  return {
    ...pruefung,
    erlaeuterungen:
      pruefung.widersprueche.length === 0
        ? erlaeutere(ergebnis, umfeldVon(stand, beratung, u), rheinlandPfalz)
        : [],
  };
}
