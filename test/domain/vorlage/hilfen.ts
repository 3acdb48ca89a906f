import { expect } from 'vitest';
import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import { legeAn } from '../../../domain/vorlage/befehle/anlegen.ts';
import { setzeAufTagesordnung } from '../../../domain/vorlage/befehle/aufTagesordnung.ts';
import { type Einreichung, reicheEin, reicheFassungEin } from '../../../domain/vorlage/befehle/einreichen.ts';
import { entscheide } from '../../../domain/vorlage/befehle/entscheiden.ts';
import type { Entscheidung } from '../../../domain/vorlage/befehle/entscheidung.ts';
import { erfasse, gibFrei } from '../../../domain/vorlage/befehle/ergebnis.ts';
import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import {
  type GeplanteBeratung,
  liesVorlagenereignis,
  type NeuesVorlagenereignis,
} from '../../../domain/vorlage/ereignisse.ts';
import { type Vorlagenstand, vorlagenstandSchema } from '../../../domain/vorlage/stand.ts';
import { type Umgebung, ueblicheEinstellungen } from '../../../domain/vorlage/umgebung.ts';
import { wendeAn } from '../../../domain/vorlage/wendeAn.ts';

/** A Monday morning; the Sitzung is on Wednesday, 22.04.2026, 17:00 in Berlin. */
export const montag = '2026-03-02T09:00:00.000Z';
export const sitzung = { id: 's-1', gremium: 'sozialausschuss', beginn: '2026-04-22T15:00:00.000Z' };
export const nachDerSitzung = '2026-04-22T18:00:00.000Z';

export function umgebung(person: string, mehr: Partial<Umgebung> = {}): Umgebung {
  return {
    jetzt: montag,
    akteur: { person, vertretungFuer: null },
    freigabeweg: unterrichtungsvorlage,
    recht: rheinlandPfalz,
    einstellungen: ueblicheEinstellungen,
    ...mehr,
  };
}

/** The sum of "now" after the Sitzung began and the committee's secretary. */
export const imProtokoll = (mehr: Partial<Umgebung> = {}): Umgebung =>
  umgebung('sekretaer', { jetzt: nachDerSitzung, ...mehr });

export function geplant(gremium = 'sozialausschuss', mehr: Partial<GeplanteBeratung> = {}): GeplanteBeratung {
  return { gremium, rolle: 'Kenntnisnahme', datum: '2026-04-22', oeffentlich: true, ...mehr };
}

export function kopf(mehr: Partial<Kopf> = {}): Kopf {
  return {
    betreff: 'Bericht zur Wohnberatung',
    az: '503001',
    datum: '2026-03-02',
    gremienweg: [geplant()],
    ...mehr,
  };
}

export function einreichung(nr = 1): Einreichung {
  const datei = (dateiname: string) => ({
    upload: `u-${nr}`,
    dateiname,
    schluessel: `upload/u-${nr}`,
    versionId: `version-${nr}`,
    sha256: String(nr).repeat(64).slice(0, 64),
    groesse: 1000,
  });
  return {
    entwurf: datei('entwurf.docx'),
    modell: { schluessel: `modell/u-${nr}`, versionId: 'm', sha256: 'a'.repeat(64) },
    anlagen: [{ titel: 'Jahresbericht', oeffentlich: true, datei: datei('bericht.pdf') }],
  };
}

/** An outcome; by default Kenntnis, the normal case of an Unterrichtung. */
export function ausgang(mehr: Partial<Ergebnis> = {}): Ergebnis {
  return {
    verbleib: 'behandelt',
    kenntnis: true,
    geaendert: false,
    abstimmungen: [],
    folge: null,
    wortlaut: null,
    vermerk: null,
    ...mehr,
  };
}
const ohneKenntnis = (mehr: Partial<Ergebnis>) => ausgang({ kenntnis: false, ...mehr });
const offen = { gremium: null, sitzung: null, terminOffen: true };
export const vertagt = ohneKenntnis({ verbleib: 'vertagt', folge: offen });
export const abgesetzt = ohneKenntnis({ verbleib: 'abgesetzt', folge: offen });
export const nichtBehandelt = ohneKenntnis({ verbleib: 'nichtBehandelt', folge: offen });
export const verwiesenAn = (gremium: string) =>
  ohneKenntnis({ verbleib: 'verwiesen', folge: { ...offen, gremium } });
export const zurueckgezogen = ohneKenntnis({ verbleib: 'zurueckgezogen' });
export const beschluss = ohneKenntnis({
  abstimmungen: [
    {
      gegenstand: 'Sache',
      wortlaut: 'Die Verwaltung berichtet künftig jährlich.',
      richtung: 'angenommen',
      mehrheit: 'einstimmig',
      ja: 11,
      nein: 0,
      enthaltungen: 1,
      ungueltig: null,
      massgeblich: true,
    },
  ],
});

export function friereEin<T>(wert: T): T {
  if (wert !== null && typeof wert === 'object' && !Object.isFrozen(wert)) {
    Object.freeze(wert);
    for (const teil of Object.values(wert)) friereEin(teil);
  }
  return wert;
}

/**
 * Applies an event as the record does: out of JSON, through the schemas of event and state. The state comes
 * back frozen: a command that changes it throws.
 */
export function wende(
  stand: Vorlagenstand | null,
  neu: NeuesVorlagenereignis,
  person: string,
  zeit = montag,
): Vorlagenstand {
  const gelesen = liesVorlagenereignis(neu.art, JSON.parse(JSON.stringify(neu.daten)));
  const nachher = wendeAn(stand, gelesen, {
    id: 'v-1',
    koerperschaft: 'musterstadt',
    nr: (stand?.nr ?? 0) + 1,
    zeit,
    person,
    vertretungFuer: null,
  });
  return friereEin(vorlagenstandSchema.parse(nachher));
}

/** The events of a decision that must have been allowed. */
export function ereignisse(entscheidung: Entscheidung): readonly NeuesVorlagenereignis[] {
  if (!entscheidung.ok) throw new Error(`${entscheidung.code}: ${entscheidung.satz}`);
  return entscheidung.ereignisse;
}

export function weiter(
  stand: Vorlagenstand | null,
  entscheidung: Entscheidung,
  person: string,
  zeit = montag,
): Vorlagenstand {
  let danach = stand;
  for (const e of ereignisse(entscheidung)) danach = wende(danach, e, person, zeit);
  if (!danach) throw new Error('Eine Entscheidung ohne Ereignis');
  return danach;
}

/** Refused with this code and a German sentence that ends like one. */
export function erwarteAblehnung(entscheidung: Entscheidung, code: string): void {
  expect(entscheidung).toMatchObject({ ok: false, code });
  expect(entscheidung.ok ? '' : entscheidung.satz).toMatch(/^[\p{Lu}0-9].{15,}[.)]$/u);
}

export const amt = { nr: '50', name: 'Sozialamt', dezernat: '2' };

export const entwurf = (k = kopf()): Vorlagenstand =>
  weiter(null, legeAn({ art: 'UV', amt: '50', ...k }, amt), 'clerk');

export const amDezernat = (k = kopf(), u = umgebung('clerk')): Vorlagenstand =>
  weiter(entwurf(k), reicheEin(entwurf(k), einreichung(), k, 'UV/0001/2026', u), 'clerk');

/** Decides the open station, as its screen showed it. */
export function entscheidung(
  stand: Vorlagenstand,
  was: 'freigegeben' | 'zurueckgewiesen',
  mehr: Partial<Parameters<typeof entscheide>[1]> = {},
) {
  return {
    station: stand.halt?.station ?? '',
    wartenummer: stand.halt?.wartenummer ?? 0,
    fassung: stand.fassungen.length,
    entscheidung: was,
    begruendung: was === 'zurueckgewiesen' ? 'Bitte die Zahlen von 2025 ergänzen.' : null,
    ...mehr,
  };
}

const zustaendig: Readonly<Record<string, string>> = {
  Dezernat: 'dezernentin',
  Sozialamt: 'amtsleiter',
  Sozialausschuss: 'sekretaer',
};

export function gibStationFrei(stand: Vorlagenstand, mehr: Partial<Umgebung> = {}): Vorlagenstand {
  const wer = zustaendig[stand.halt?.station ?? ''] ?? '';
  return weiter(stand, entscheide(stand, entscheidung(stand, 'freigegeben'), umgebung(wer, mehr)), wer);
}

export function weiseZurueck(stand: Vorlagenstand, mehr: Partial<Umgebung> = {}): Vorlagenstand {
  const wer = zustaendig[stand.halt?.station ?? ''] ?? '';
  return weiter(stand, entscheide(stand, entscheidung(stand, 'zurueckgewiesen'), umgebung(wer, mehr)), wer);
}

export function neueFassung(stand: Vorlagenstand, mehr: Partial<Umgebung> = {}, k = kopf()): Vorlagenstand {
  const e = einreichung(stand.fassungen.length + 1);
  return weiter(stand, reicheFassungEin(stand, e, k, umgebung('clerk', mehr)), 'clerk');
}

export const amSozialamt = (k = kopf()) => gibStationFrei(amDezernat(k));
export const amAusschuss = (k = kopf()) => gibStationFrei(amSozialamt(k));
export const inUeberarbeitung = (k = kopf()) => weiseZurueck(amDezernat(k));
export const inBeratung = (k = kopf()) => gibStationFrei(amAusschuss(k));

/** Places a Beratung on the agenda of a Sitzung of its Gremium. */
export function setzeAn(
  stand: Vorlagenstand,
  beratung: number,
  ort: { id?: string; beginn?: string; oeffentlich?: boolean } = {},
): Vorlagenstand {
  const gremium = stand.gremienweg.find((b) => b.nr === beratung)?.gremium ?? '';
  const oeffentlich = ort.oeffentlich ?? true;
  const befehl = { vorlage: stand.id, beratung, top: oeffentlich ? 'Ö 5' : 'N 2', oeffentlich };
  const wo = { id: ort.id ?? `s-${beratung}`, gremium, beginn: ort.beginn ?? sitzung.beginn };
  return weiter(stand, setzeAufTagesordnung(stand, befehl, wo, umgebung('sekretaer')), 'sekretaer');
}

export function schreibeErgebnis(stand: Vorlagenstand, nr: number, e: Ergebnis): Vorlagenstand {
  return weiter(stand, erfasse(stand, nr, e), 'sekretaer', nachDerSitzung);
}

/** Every row whose warning a secretary may confirm. */
export const alleZeilen = Array.from({ length: 31 }, (_, i) => i + 1);

/** Records the outcome and releases it with all warnings confirmed. */
export function schliesseAb(stand: Vorlagenstand, nr: number, e: Ergebnis): Vorlagenstand {
  const erfasst = schreibeErgebnis(stand, nr, e);
  return weiter(erfasst, gibFrei(erfasst, nr, alleZeilen, imProtokoll()), 'sekretaer', nachDerSitzung);
}

export const abgeschlossen = (k = kopf()) => schliesseAb(setzeAn(inBeratung(k), 1), 1, ausgang());
