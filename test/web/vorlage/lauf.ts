import type { NeuesVorlagenereignis } from '../../../domain/vorlage/ereignisse.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { wendeAn } from '../../../domain/vorlage/wendeAn.ts';
import type { Verlaufseintrag } from '../../../web/ansichten/vorlage/daten.ts';
import type { Namen } from '../../../web/format/ereignis.ts';

export const namen: Namen = {
  person: (id) => id.charAt(0).toUpperCase() + id.slice(1),
  gremium: (id) => id.charAt(0).toUpperCase() + id.slice(1),
  stelle: (s) => `${s.rolle} ${s.bereich}`,
};

const text = (freitext: string) => ({ freitext });
const datei = {
  upload: 'u-1',
  dateiname: text('Vorlage.docx'),
  schluessel: 's',
  versionId: 'v',
  sha256: 'a'.repeat(64),
  groesse: 1,
};
const beratung = {
  gremium: 'sozialausschuss',
  rolle: 'Kenntnisnahme',
  datum: '2026-04-22',
  oeffentlich: true,
} as const;
const kopf = {
  betreff: text('Pflegebericht'),
  az: null,
  datum: null,
  gremienweg: [beratung, { ...beratung, gremium: 'stadtrat', datum: null }],
};
const fassung = (nr: number) => ({
  nr,
  entwurf: datei,
  modell: { schluessel: 'm', versionId: 'v', sha256: 'b'.repeat(64) },
  anlagen: [],
});

const stellen = {
  Dezernat: { art: 'station', station: 'Dezernat', rolle: 'Dezernat', bereich: '2', beratung: null },
  Amt: { art: 'station', station: 'Sozialamt', rolle: 'Amtsleitung', bereich: '50', beratung: null },
  Form: {
    art: 'station',
    station: 'Sozialausschuss',
    rolle: 'Sitzungsdienst',
    bereich: 'sozialausschuss',
    beratung: null,
  },
  Ueberarbeitung: {
    art: 'ueberarbeitung',
    station: 'Überarbeitung',
    rolle: 'Sachbearbeitung',
    bereich: '50',
    beratung: null,
  },
  Beratung1: {
    art: 'beratung',
    station: 'Sozialausschuss',
    rolle: 'Sitzungsdienst',
    bereich: 'sozialausschuss',
    beratung: 1,
  },
  Beratung2: {
    art: 'beratung',
    station: 'Sozialausschuss',
    rolle: 'Sitzungsdienst',
    bereich: 'stadtrat',
    beratung: 2,
  },
} as const;

/** The way of one Vorlage, written as its events; day by day from 1 April 2026. */
export class Lauf {
  stand: Vorlagenstand | null = null;
  readonly verlauf: Verlaufseintrag[] = [];
  #wartenummer = 0;

  get vorlage(): Vorlagenstand {
    if (!this.stand) throw new Error('The way has not begun.');
    return this.stand;
  }

  get #zeit(): string {
    return `2026-04-${String(this.verlauf.length + 1).padStart(2, '0')}T08:00:00.000Z`;
  }

  #weiter(wer: keyof typeof stellen) {
    this.#wartenummer += 1;
    const ort = stellen[wer];
    return {
      ...ort,
      wartenummer: this.#wartenummer,
      beginn: this.#zeit,
      fristTage: 3,
      frist: '2026-04-30',
    };
  }

  #geschieht(ereignis: NeuesVorlagenereignis, person: string, vertretungFuer: string | null = null): this {
    const h = { nr: this.verlauf.length + 1, zeit: this.#zeit, person, vertretungFuer };
    this.stand = wendeAn(this.stand, ereignis, { id: 'v-1', koerperschaft: 'k', ...h });
    this.verlauf.push({ ...ereignis, ...h });
    return this;
  }

  lege(): this {
    const amt = { nr: '50', name: 'Sozialamt' };
    return this.#geschieht(
      { art: 'VorlageAngelegt', daten: { art: 'UV', amt, dezernat: '2', ...kopf } },
      'jana',
    );
  }
  reicheEin(): this {
    const daten = {
      nummer: 'UV/0001/2026',
      fassung: fassung(1),
      ...kopf,
      weiter: this.#weiter('Dezernat'),
    };
    return this.#geschieht({ art: 'Eingereicht', daten }, 'jana');
  }
  reicheFassungEin(nr: number): this {
    const daten = { fassung: fassung(nr), ...kopf, weiter: this.#weiter('Dezernat') };
    return this.#geschieht({ art: 'FassungEingereicht', daten }, 'jana');
  }
  gibFrei(wohin: keyof typeof stellen, bemerkung: string | null = null, fuer: string | null = null): this {
    const halt = this.vorlage.halt;
    const daten = {
      station: halt?.station ?? '',
      wartenummer: halt?.wartenummer ?? 0,
      fassung: this.vorlage.fassungen.length,
      bemerkung: bemerkung === null ? null : text(bemerkung),
      weiter: this.#weiter(wohin),
    };
    return this.#geschieht({ art: 'StationFreigegeben', daten }, 'tilo', fuer);
  }
  gibZurueck(grund: string): this {
    const halt = this.vorlage.halt;
    const daten = {
      station: halt?.station ?? '',
      wartenummer: halt?.wartenummer ?? 0,
      fassung: this.vorlage.fassungen.length,
      grund: text(grund),
      weiter: this.#weiter('Ueberarbeitung'),
    };
    return this.#geschieht({ art: 'Zurueckgewiesen', daten }, 'almut');
  }
  zieheZurueck(grund: string): this {
    return this.#geschieht({ art: 'Zurueckgezogen', daten: { grund: text(grund) } }, 'jana');
  }
  setzeAuf(top: string): this {
    const daten = {
      beratung: 1,
      sitzung: 's-1',
      sitzungsbeginn: '2026-04-22T15:00:00.000Z',
      datum: '2026-04-22',
      top,
      oeffentlich: true,
      weiter: null,
    };
    return this.#geschieht({ art: 'AufTagesordnungGesetzt', daten }, 'ines');
  }
  nimmHerunter(grund: string): this {
    const daten = { beratung: 1, sitzung: 's-1', grund: text(grund), weiter: null };
    return this.#geschieht({ art: 'VonTagesordnungGenommen', daten }, 'ines');
  }
  gibErgebnisFrei(wohin: 'Beratung2' | null): this {
    const daten = {
      beratung: wohin ? 1 : 2,
      ergebnis: kenntnis,
      bestaetigt: [],
      folge: 'erledigt',
      eingefuegt: [],
      weiter: wohin && this.#weiter(wohin),
    };
    return this.#geschieht({ art: 'ErgebnisFreigegeben', daten }, 'ines');
  }
  berichtige(grund: string): this {
    const ergebnis = { ...kenntnis, verbleib: 'vertagt' as const, kenntnis: false };
    const daten = { beratung: 1, ergebnis, bestaetigt: [], grund: text(grund) };
    return this.#geschieht({ art: 'ErgebnisBerichtigt', daten }, 'ines');
  }
}

const kenntnis = {
  verbleib: 'behandelt' as const,
  kenntnis: true,
  geaendert: false,
  abstimmungen: [],
  folge: null,
  wortlaut: null,
  vermerk: null,
};
