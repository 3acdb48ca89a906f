import type { Ergebnis } from '../../../domain/ergebnis/schema.ts';
import { type Eintragskopf, gleich, type Sendung } from '../../../web/speicher/postausgang.ts';
import type { Antwort, Leitung } from '../../../web/speicher/zusteller.ts';

export const ergebnis = (vermerk: string): Ergebnis => ({
  verbleib: 'behandelt',
  kenntnis: true,
  geaendert: false,
  abstimmungen: [],
  folge: null,
  wortlaut: null,
  vermerk,
});

export const kopf = (vorlage = 'v-1'): Eintragskopf => ({
  person: 'p-1',
  sitzung: 's-1',
  vorlage,
  beratung: 1,
  top: 'Ö 1',
});

type Ausfall = 'keiner' | 'davor' | 'danach';

/**
 * A server that stores outcomes as ours does: the key first, then the version. `ausfaelle` says for the next
 * requests whether they are lost before or after storing.
 */
export class Server {
  readonly versionen = new Map<string, number>();
  readonly ergebnisse = new Map<string, Ergebnis>();
  readonly geschrieben: { vorlage: string; ergebnis: Ergebnis }[] = [];
  readonly antworten = new Map<string, { ergebnis: Ergebnis; version: number }>();
  ausfaelle: Ausfall[] = [];
  abgelehnt: string | null = null;
  angemeldet = true;
  /** Runs while a request is under way. */
  dazwischen: (() => Promise<void>) | null = null;

  version(vorlage: string): number {
    return this.versionen.get(vorlage) ?? 1;
  }

  /** Somebody else records, or something else of the Vorlage changes. */
  andere(vorlage: string, neu: Ergebnis | null): void {
    this.versionen.set(vorlage, this.version(vorlage) + 1);
    if (neu) this.ergebnisse.set(vorlage, neu);
  }

  leitung: Leitung = async ({ vorlage }, sendung) => {
    const ausfall = this.ausfaelle.shift() ?? 'keiner';
    if (ausfall === 'davor') return { art: 'ungewiss' };
    const antwort = this.#bearbeite(vorlage, sendung);
    await this.dazwischen?.();
    return ausfall === 'danach' ? { art: 'ungewiss' } : antwort;
  };

  #bearbeite(vorlage: string, { schluessel, version, ergebnis: neu }: Sendung): Antwort {
    if (!this.angemeldet) return { art: 'ohneAnmeldung' };
    const bekannt = this.antworten.get(schluessel);
    if (bekannt) {
      if (!gleich(bekannt.ergebnis, neu)) throw new Error('one key for two contents');
      return { art: 'gespeichert', version: bekannt.version };
    }
    if (this.abgelehnt) return { art: 'abgelehnt', satz: this.abgelehnt };
    if (version !== this.version(vorlage)) {
      return {
        art: 'ueberholt',
        server: {
          version: this.version(vorlage),
          ergebnis: this.ergebnisse.get(vorlage) ?? null,
          freigegeben: false,
          wer: 'Erika Muster',
          zeit: '2026-04-22T16:42:00.000Z',
        },
      };
    }
    const naechste = version + 1;
    this.versionen.set(vorlage, naechste);
    this.ergebnisse.set(vorlage, neu);
    this.geschrieben.push({ vorlage, ergebnis: neu });
    this.antworten.set(schluessel, { ergebnis: neu, version: naechste });
    return { art: 'gespeichert', version: naechste };
  }
}
