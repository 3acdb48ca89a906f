import type { Ergebnis } from '../../domain/ergebnis/schema.ts';
import { unterrichtungsvorlage } from '../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { zuInstant } from '../../domain/fristen/berlin.ts';
import type { LocalDate } from '../../domain/fristen/datum.ts';
import type { Stelle } from '../../domain/rollen/stelle.ts';
import { stellenschluessel } from '../../domain/rollen/stellenschluessel.ts';
import { erfasse, halteFest } from '../demo/ergebnisse.ts';
import {
  entscheideUeber,
  gibAb,
  gibFassungAb,
  legeEntwurfAn,
  legeSitzungAn,
  nimmDateien,
  schickeDateien,
  sendeDateien,
  setzeAufTagesordnung,
} from '../demo/vorlagenweg.ts';
import type { Welt } from '../demo/welt.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';
import { gremiumVon, type Kalender, type Sitzungsname, sitzungsbeginn } from './kalender.ts';
import { gremienweg, musterentwurf, type Stadtvorlage } from './vorlage.ts';
import { entschieden } from './vorlagen/entschieden.ts';
import { heutige } from './vorlagen/heute.ts';
import { unterwegs } from './vorlagen/unterwegs.ts';

export const vorlagen = { ...entschieden, ...heutige, ...unterwegs } as const;
export type Vorlagenname = keyof typeof vorlagen;

/** Entry of an agenda: Vorlage, number of its Beratung, TOP. */
export type Punkt = readonly [Vorlagenname, number, string];

/** A Vorlage as the people of the story know it: every act tells them the version they see next. */
interface Bekannt {
  readonly id: string;
  version: number;
}

interface Aufgaben {
  readonly eintraege: readonly {
    readonly vorlage: string;
    readonly wartenummer: number;
    readonly fassung: number;
  }[];
}

/**
 * The invented town while its story is told: acts of its people, with Vorlagen and Sitzungen by name. One act
 * at a time: what follows from it keeps the other core busy.
 */
export class Stadt {
  readonly welt: Welt;
  readonly kalender: Kalender;
  readonly #vorlagen = new Map<Vorlagenname, Bekannt>();
  readonly #sitzungen = new Map<Sitzungsname, string>();

  readonly #fortschritt: (vorlagen: number) => void;

  /** @param fortschritt told how many Vorlagen there are, with each new one */
  constructor(welt: Welt, tage: Kalender, fortschritt: (vorlagen: number) => void = () => {}) {
    this.welt = welt;
    this.kalender = tage;
    this.#fortschritt = fortschritt;
  }

  sitzung(name: Sitzungsname): string {
    const id = this.#sitzungen.get(name);
    if (id === undefined) throw new Error(`Die Sitzung ${name} gibt es noch nicht.`);
    return id;
  }

  #bekannt(name: Vorlagenname): Bekannt {
    const v = this.#vorlagen.get(name);
    if (!v) throw new Error(`Die Vorlage ${name} gibt es noch nicht.`);
    return v;
  }

  async legeSitzungenAn(): Promise<void> {
    for (const name of Object.keys(this.kalender.sitzungen) as Sitzungsname[]) {
      const gremium = gremiumVon(name);
      const person = gremium === 'jugendhilfeausschuss' ? 'kestner' : 'wolframm';
      const beginn = zuInstant(this.kalender.sitzungen[name], sitzungsbeginn);
      this.#sitzungen.set(name, await legeSitzungAn(this.welt, person, gremium, beginn, name));
    }
  }

  async legeEntwuerfeAn(...namen: Vorlagenname[]): Promise<void> {
    for (const name of namen) await this.#legeAn(name);
  }

  async #legeAn(name: Vorlagenname): Promise<Bekannt> {
    const v: Stadtvorlage = vorlagen[name];
    const { id, version } = await legeEntwurfAn(this.welt, v, gremienweg(v, this.kalender));
    const bekannt = { id, version };
    this.#vorlagen.set(name, bekannt);
    this.#fortschritt(this.#vorlagen.size);
    return bekannt;
  }

  /** Opened and sent, all of them; then submitted as their checks are done. The numbers follow the list. */
  async reicheEin(...namen: Vorlagenname[]): Promise<void> {
    const gesendet = [];
    for (const name of namen) {
      const v = await this.#legeAn(name);
      gesendet.push({
        v,
        sendungen: await schickeDateien(this.welt, v.id, musterentwurf(vorlagen[name]), 1),
      });
    }
    for (const { v, sendungen } of gesendet) {
      const dateien = await nimmDateien(this.welt, v.id, sendungen);
      v.version = (await gibAb(this.welt, v.id, v.version, dateien)).version;
    }
  }

  /** A new version with these lines at its end. */
  async ueberarbeite(name: Vorlagenname, ...dazu: string[]): Promise<void> {
    const [v, text]: [Bekannt, Stadtvorlage] = [this.#bekannt(name), vorlagen[name]];
    const entwurf = musterentwurf({ ...text, text: [...text.text, ...dazu] });
    const koerper = await sendeDateien(this.welt, v.id, entwurf, 2);
    v.version = (await gibFassungAb(this.welt, v.id, koerper, 2, v.version)).version;
  }

  /** Released by whoever fills this Stelle. */
  gibWeiter(person: Demoname, stelle: Stelle, ...namen: Vorlagenname[]): Promise<void> {
    return this.#entscheide(person, stelle, namen, 'freigegeben', null);
  }

  gibZurueck(person: Demoname, stelle: Stelle, name: Vorlagenname, grund: string): Promise<void> {
    return this.#entscheide(person, stelle, [name], 'zurueckgewiesen', grund);
  }

  /** Out of the person's list of tasks. */
  async #entscheide(
    person: Demoname,
    stelle: Stelle,
    namen: readonly Vorlagenname[],
    entscheidung: 'freigegeben' | 'zurueckgewiesen',
    grund: string | null,
  ): Promise<void> {
    const pfad = `/aufgaben?anzahl=100&stelle=${stellenschluessel(stelle)}`;
    const station = unterrichtungsvorlage.stationen.find((s) => s.rolle === stelle.rolle)?.name ?? '';
    const { eintraege } = this.welt.gelungen<Aufgaben>(await this.welt.als(person).get(pfad), 'Aufgaben');
    for (const name of namen) {
      const v = this.#bekannt(name);
      const aufgabe = eintraege.find((e) => e.vorlage === v.id);
      if (!aufgabe) throw new Error(`${name} liegt nicht bei ${stellenschluessel(stelle)}.`);
      const gesehen = { ...aufgabe, version: v.version };
      const neu = await entscheideUeber(this.welt, person, v.id, gesehen, station, entscheidung, grund);
      v.version = neu.version;
    }
  }

  async setzeAn(person: Demoname, sitzung: Sitzungsname, ...punkte: Punkt[]): Promise<void> {
    for (const [name, beratung, top] of punkte) {
      const [s, v] = [this.sitzung(sitzung), this.#bekannt(name)];
      v.version = (await setzeAufTagesordnung(this.welt, person, s, v.id, beratung, top, v.version)).version;
    }
  }

  /** Withdrawn, or discarded where it was never submitted. */
  async zieheZurueck(name: Vorlagenname, begruendung: string): Promise<void> {
    await this.#aendere('feldkamp', name, 'zurueckziehung', { begruendung });
  }

  /** Recorded, not released. */
  async erfasse(person: Demoname, name: Vorlagenname, beratung: number, ergebnis: Ergebnis): Promise<void> {
    const v = this.#bekannt(name);
    v.version = (await erfasse(this.welt, person, v.id, beratung, ergebnis, v.version)).version;
  }

  /** Recorded and released. */
  async halteFest(person: Demoname, name: Vorlagenname, beratung: number, ergebnis: Ergebnis): Promise<void> {
    const v = this.#bekannt(name);
    v.version = await halteFest(this.welt, person, v.id, beratung, ergebnis, v.version);
  }

  /** Corrects the released outcome of the first Beratung, a Beschluss (rows 14 and 30 are confirmed). */
  async berichtige(person: Demoname, name: Vorlagenname, ergebnis: Ergebnis, begruendung: string) {
    const koerper = { ergebnis, begruendung, bestaetigt: [14, 30] };
    await this.#aendere(person, name, 'beratungen/1/berichtigung', koerper);
  }

  async laesstVertreten(
    person: Demoname,
    vertreter: Demoname,
    stelle: Stelle,
    von: LocalDate,
    bis: LocalDate,
  ): Promise<void> {
    const koerper = { stelle, vertreter, von, bis };
    const absicht = `vertretung ${vertreter}`;
    const antwort = await this.welt.als(person).post('/ich/vertretungen', { koerper, absicht });
    this.welt.gelungen(antwort, 'Vertretung einrichten');
  }

  async #aendere(person: Demoname, name: Vorlagenname, was: string, koerper: unknown): Promise<void> {
    const v = this.#bekannt(name);
    const { version } = v;
    const absicht = `${was} ${v.id}`;
    const antwort = await this.welt
      .als(person)
      .post(`/vorlagen/${v.id}/${was}`, { version, absicht, koerper });
    v.version = this.welt.gelungen<{ version: number }>(antwort, was).version;
  }
}
