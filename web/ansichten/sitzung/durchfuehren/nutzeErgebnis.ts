import type { Ergebnis } from '../../../../domain/ergebnis/schema.ts';
import type { Beratung } from '../../../../domain/vorlage/stand.ts';
import { ich } from '../../../app/ich.ts';
import { nutzeSpeicher } from '../../../app/speicher.ts';
import { bestand, merkeErgebnis } from '../../../speicher/ausgang.ts';
import { type Eintrag, eintragsid, geltendes } from '../../../speicher/postausgang.ts';
import type { Sitzungsdaten, Tagesordnungspunkt, Vorlagenantwort } from '../typen.ts';

export interface Erfassung {
  /** What the form shows. */
  readonly ergebnis: Ergebnis | null;
  /** What the outbox holds of it. */
  readonly eintrag: Eintrag | undefined;
  readonly setze: (neu: Ergebnis) => void;
}

/** The outcome of a TOP as it stands: typed here, or stored on the server. Every change is kept at once. */
export function nutzeErgebnis(
  sitzung: Sitzungsdaten,
  punkt: Tagesordnungspunkt,
  { version }: Vorlagenantwort,
  beratung: Beratung,
): Erfassung {
  const eintraege = nutzeSpeicher(bestand);
  const kopf = {
    person: ich.lies()?.person ?? '',
    sitzung: sitzung.id,
    vorlage: punkt.vorlage,
    beratung: punkt.beratung,
    top: punkt.top,
  };
  const eintrag = eintraege.get(eintragsid(kopf));
  const gesehen = { version, ergebnis: beratung.ergebnis };
  return {
    ergebnis: geltendes(eintrag, gesehen),
    eintrag,
    setze: (neu) => void merkeErgebnis(kopf, neu, gesehen),
  };
}
