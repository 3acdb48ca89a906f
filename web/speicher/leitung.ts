import { anmeldestand } from '../anmeldung/tokens.ts';
import type { Vorlagenantwort } from '../ansichten/sitzung/typen.ts';
import { ApiFehler, NetzFehler } from '../api/fehler.ts';
import { hole, sende } from '../api/klient.ts';
import type { Eintrag, Serverstand } from './postausgang.ts';
import type { Antwort, Leitung } from './zusteller.ts';

/** How long one try lasts, in ms; the outbox itself tries again. */
const geduld = 2_000;

/** Sends one outcome and reads the answer. */
export const leitung: Leitung = async (e, sendung) => {
  try {
    const { version } = await solangeAngemeldet(
      sende<{ version: number }>('PUT', `/vorlagen/${e.vorlage}/beratungen/${e.beratung}/ergebnis`, {
        koerper: { ergebnis: sendung.ergebnis },
        version: sendung.version,
        schluessel: sendung.schluessel,
        geduld,
      }),
    );
    return { art: 'gespeichert', version };
  } catch (fehler) {
    if (fehler instanceof ApiFehler && veraltet.has(fehler.code)) return liesStand(e, fehler);
    return deute(fehler);
  }
};

const veraltet = new Set(['KONFLIKT', 'ERGEBNIS_FREIGEGEBEN', 'NICHT_IN_BERATUNG']);

/** Answers that say nothing about whether it was stored: to be repeated with the same key. */
function deute(fehler: unknown): Antwort {
  if (fehler instanceof AnmeldungZuEnde) return { art: 'ohneAnmeldung' };
  if (fehler instanceof NetzFehler || !(fehler instanceof ApiFehler)) return { art: 'ungewiss' };
  if (fehler.status === 401) return { art: 'ohneAnmeldung' };
  if (fehler.status >= 500 || fehler.status === 429) return { art: 'ungewiss' };
  return { art: 'abgelehnt', satz: fehler.satz };
}

/** What the server holds of the TOP, and who recorded it when. */
async function liesStand(e: Eintrag, konflikt: ApiFehler): Promise<Antwort> {
  try {
    const { vorlage, version, namen } = await solangeAngemeldet(
      hole<Vorlagenantwort>(`/vorlagen/${e.vorlage}`),
    );
    const beratung = vorlage.gremienweg.find((b) => b.nr === e.beratung);
    if (!beratung?.sitzung || (vorlage.phase !== 'beratung' && !beratung.freigegeben)) {
      return { art: 'abgelehnt', satz: nichtMehrHier };
    }
    const ereignis = konflikt.einzelheiten as { art?: string; person?: string; zeit?: string } | undefined;
    const genannt = ereignis?.art?.startsWith('Ergebnis') ? ereignis : undefined;
    const person = beratung.freigegeben?.person ?? beratung.erfasstVon;
    const server: Serverstand = {
      version,
      ergebnis: beratung.ergebnis,
      freigegeben: beratung.freigegeben !== null,
      wer: person === null ? null : (namen[person] ?? null),
      zeit: beratung.freigegeben?.zeit ?? genannt?.zeit ?? null,
    };
    return { art: 'ueberholt', server };
  } catch (fehler) {
    return deute(fehler);
  }
}

const nichtMehrHier =
  'Der Punkt steht nicht mehr auf dieser Tagesordnung, oder die Vorlage wurde zurückgezogen. Ihre Eingabe wurde nicht gespeichert.';

class AnmeldungZuEnde extends Error {
  override readonly name = 'AnmeldungZuEnde';
}

/** A request whose login ends waits for the next one; the outbox does not, another tab may go on. */
function solangeAngemeldet<T>(anfrage: Promise<T>): Promise<T> {
  return new Promise((fertig, gescheitert) => {
    const ende = anmeldestand.lausche((stand) => {
      if (stand === 'abgelaufen') gescheitert(new AnmeldungZuEnde());
    });
    anfrage.then(fertig, gescheitert).finally(ende);
  });
}
