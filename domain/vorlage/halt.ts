import type { Gremiumsstation, Station } from '../freigabeweg/freigabeweg.ts';
import { fristende } from '../fristen/mahnstufen.ts';
import type { Beratung, Halt, Vorlagenstand } from './stand.ts';
import type { Umgebung } from './umgebung.ts';

type Ort = Pick<Vorlagenstand, 'amt' | 'dezernat'> & {
  readonly gremienweg: readonly Pick<Beratung, 'gremium'>[];
};

function halt(
  u: Umgebung,
  wartenummer: number,
  teil: Pick<Halt, 'art' | 'station' | 'rolle' | 'bereich' | 'beratung'>,
  fristTage: number,
  beginn = u.jetzt,
): Halt {
  const { tag } = fristende({ beginn, fristArbeitstage: fristTage, recht: u.recht });
  return { ...teil, wartenummer, beginn, fristTage, frist: tag };
}

/** Waits at a station of the route. */
export function haltAnStation(ort: Ort, station: Station, wartenummer: number, u: Umgebung): Halt {
  const bereich =
    station.bereich === 'amt'
      ? ort.amt.nr
      : station.bereich === 'dezernat'
        ? ort.dezernat
        : (ort.gremienweg[0]?.gremium ?? '*');
  return halt(
    u,
    wartenummer,
    { art: 'station', station: station.name, rolle: station.rolle, bereich, beratung: null },
    station.frist,
  );
}

/** Waits for the clerk's new version. */
export function haltInUeberarbeitung(ort: Ort, wartenummer: number, u: Umgebung): Halt {
  return halt(
    u,
    wartenummer,
    {
      art: 'ueberarbeitung',
      station: 'Überarbeitung',
      rolle: 'Sachbearbeitung',
      bereich: ort.amt.nr,
      beratung: null,
    },
    u.freigabeweg.ueberarbeitung.frist,
  );
}

/**
 * Waits for the released outcome of a Beratung. Placed in a Sitzung, the clock starts with that Sitzung
 * (then one working day for the outcome); in the pool it starts now.
 */
export function haltInBeratung(
  beratung: Pick<Beratung, 'nr' | 'gremium' | 'sitzungsbeginn'>,
  wartenummer: number,
  u: Umgebung,
): Halt {
  const station = gremiumsstation(u);
  const teil = {
    art: 'beratung' as const,
    station: station.name,
    rolle: station.rolle,
    bereich: beratung.gremium,
    beratung: beratung.nr,
  };
  return beratung.sitzungsbeginn
    ? halt(u, wartenummer, teil, 1, beratung.sitzungsbeginn)
    : halt(u, wartenummer, teil, u.einstellungen.poolTage);
}

function gremiumsstation(u: Umgebung): Gremiumsstation {
  const station = u.freigabeweg.stationen.find((s) => s.art === 'gremium');
  if (!station) throw new TypeError(`Der Freigabeweg ${u.freigabeweg.art} hat keine Gremiumsstation.`);
  return station;
}

/**
 * First station of the route that has not released this version. A release of an older version still
 * counts only where the station's setting says so.
 */
export function naechsteStation(
  freigaben: readonly Pick<Vorlagenstand['freigaben'][number], 'station' | 'fassung'>[],
  fassung: number,
  u: Pick<Umgebung, 'freigabeweg'>,
): Station | undefined {
  return u.freigabeweg.stationen.find(
    (station) =>
      !freigaben.some(
        (f) =>
          f.station === station.name &&
          (f.fassung === fassung || (station.art === 'verwaltung' && !station.prueftNeueFassung)),
      ),
  );
}
