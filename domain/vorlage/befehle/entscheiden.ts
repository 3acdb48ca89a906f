import * as z from 'zod';
import { lehneAb } from '../../gemeinsam/antwort.ts';
import { freitext } from '../../gemeinsam/freitext.ts';
import { haltAnStation, haltInBeratung, haltInUeberarbeitung, naechsteStation } from '../halt.ts';
import { aktuelleFassung, offeneBeratung, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

export const entscheidenSchema = z.strictObject({
  station: z.string().min(1),
  wartenummer: z.int().min(1).describe('Wartenummer, die der Bildschirm gezeigt hat'),
  fassung: z.int().min(1).describe('Fassung, über die entschieden wird'),
  entscheidung: z.enum(['freigegeben', 'zurueckgewiesen']),
  begruendung: z.string().trim().max(5_000).nullable().default(null),
});

/** Decision of a station of the route, the Formpruefung of the committee's station included. */
export function entscheide(
  stand: Vorlagenstand,
  befehl: z.infer<typeof entscheidenSchema>,
  u: Umgebung,
): Entscheidung {
  const { halt } = stand;
  const fassung = aktuelleFassung(stand);
  if (halt?.art !== 'station' || !fassung) {
    return lehneAb(
      'STATION_NICHT_OFFEN',
      'Die Vorlage wartet gerade an keiner Station auf eine Entscheidung.',
    );
  }
  if (halt.station !== befehl.station || halt.wartenummer !== befehl.wartenummer) {
    return lehneAb(
      'STATION_NICHT_OFFEN',
      `Die Vorlage liegt inzwischen bei ${halt.station}. Bitte laden Sie sie neu.`,
    );
  }
  if (fassung.nr !== befehl.fassung) {
    return lehneAb('FASSUNG_VERALTET', `Es gibt inzwischen Fassung ${fassung.nr}. Bitte prüfen Sie diese.`);
  }
  if (u.einstellungen.vierAugen && [stand.verfasser, fassung.eingereichtVon].includes(u.akteur.person)) {
    return lehneAb(
      'VIER_AUGEN',
      'Über eine selbst verfasste oder eingereichte Vorlage entscheidet jemand anderes (Vier-Augen-Prinzip).',
    );
  }
  const wartenummer = stand.wartenummer + 1;
  if (befehl.entscheidung === 'zurueckgewiesen') {
    if (!befehl.begruendung) {
      return lehneAb(
        'BEGRUENDUNG_FEHLT',
        'Bitte begründen Sie die Rückgabe, damit das Amt weiß, was zu tun ist.',
      );
    }
    return schreibe({
      art: 'Zurueckgewiesen',
      daten: {
        station: halt.station,
        wartenummer: halt.wartenummer,
        fassung: fassung.nr,
        grund: freitext(befehl.begruendung),
        weiter: haltInUeberarbeitung(stand, wartenummer, u),
      },
    });
  }
  const freigaben = [...stand.freigaben, { station: halt.station, fassung: fassung.nr }];
  const station = naechsteStation(freigaben, fassung.nr, u);
  const beratung = offeneBeratung(stand);
  const weiter = station
    ? haltAnStation(stand, station, wartenummer, u)
    : beratung && haltInBeratung(beratung, wartenummer, u);
  if (!weiter) {
    return lehneAb('GREMIENWEG_LEER', 'Der Gremienweg hat keine offene Beratung. Bitte ergänzen Sie ihn.');
  }
  return schreibe({
    art: 'StationFreigegeben',
    daten: {
      station: halt.station,
      wartenummer: halt.wartenummer,
      fassung: fassung.nr,
      bemerkung: befehl.begruendung ? freitext(befehl.begruendung) : null,
      weiter,
    },
  });
}
