import type { Kopf } from '../../../domain/vorlage/befehle/kopf.ts';
import type { Vorlagenstand } from '../../../domain/vorlage/stand.ts';
import { ApiFehler, NetzFehler, satzZu } from '../../api/fehler.ts';
import { hole, sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { gehe } from '../../app/ort.ts';
import { macheSpeicher, type Speicher } from '../../app/speicher.ts';
import { uhrzeit } from '../../format/datum.ts';
import type { Kopffeld } from './abgleich.ts';
import { liesEntwurf, merkeEntwurf, schonAngelegt, zieheUm } from './ablage.ts';
import { type Formular, gleich, istSpeicherbar, kopfAus } from './formular.ts';
import { feldnameHier } from './maengel.ts';
import { mitAbgleich, nachAbgleich, type Speicherstand, type Zustand } from './zustand.ts';

const pauseVorSpeichern = 2_000;
const pauseNachFehler = 10_000;

/** Holds a draft, keeps it in this browser at once and on the server soon. */
export interface Werkstatt {
  readonly zustand: Speicher<Zustand>;
  /** Changes what is kept; the head is saved on the server two seconds later. */
  readonly aendere: (teil: Partial<Zustand>) => void;
  readonly aendereFormular: (teil: Partial<Formular>) => void;
  /** Changes what only this page knows. */
  readonly setze: (teil: Partial<Zustand>) => void;
  /** Saves now what is not saved; true when the server has it. */
  readonly sichere: () => Promise<boolean>;
  /** Id of the Vorlage, which is created when need be, even with what is only preliminary. */
  readonly brauche: (betreff: string) => Promise<string>;
  /** Loads what others changed and brings it together with what is typed here. */
  readonly gleicheNeuAb: () => Promise<void>;
  readonly loese: (feld: Kopffeld, wessen: 'meins' | 'anderes') => void;
  readonly beende: () => void;
}

export function macheWerkstatt(anfang: Zustand): Werkstatt {
  const zustand = macheSpeicher(anfang);
  const jetzt = zustand.lies;
  let uhr: ReturnType<typeof setTimeout> | undefined;
  let reihe: Promise<boolean> = Promise.resolve(true);
  let beendet = false;

  const setze = (teil: Partial<Zustand>) => zustand.setze({ ...jetzt(), ...teil });
  const melde = (speichern: Speicherstand) => setze({ speichern });

  function aendere(teil: Partial<Zustand>): void {
    setze({ ...teil, ...(jetzt().phase === 'ueberarbeitung' ? { speichern: { art: 'lokal' } } : {}) });
    if (!beendet) merkeEntwurf(jetzt().id, gemerktes(jetzt()));
    plane(pauseVorSpeichern);
  }

  function plane(pause: number): void {
    clearTimeout(uhr);
    if (!beendet) uhr = setTimeout(() => void sichere(), pause);
  }

  /** One after the other: each saves with the version that the one before got. */
  function sichere(ersatz: Ersatz = {}): Promise<boolean> {
    clearTimeout(uhr);
    reihe = reihe.then(() => einmal(ersatz));
    return reihe;
  }

  async function einmal(ersatz: Ersatz): Promise<boolean> {
    const z = jetzt();
    if (z.phase !== 'entwurf' || beendet || z.ueberholt) return z.id !== null;
    if (z.streit.length > 0 || z.formular.amt === '') return false;
    const kopf = mitErsatz(kopfAus(z.formular), z.basis?.kopf ?? null, ersatz);
    if (z.id !== null && gleich(kopf, z.basis?.kopf)) return true;
    if (!istSpeicherbar(kopf)) {
      if (z.id !== null)
        melde({ art: 'offen', satz: 'Noch nicht gespeichert: Der Betreff fehlt oder ist zu lang.' });
      return false;
    }
    const scheiterteVorher = z.speichern.art === 'gescheitert';
    melde({ art: 'laeuft' });
    try {
      if (z.id === null) await legeAn(kopf);
      else await speichere(z.id, kopf);
      if (jetzt().ueberholt) return false;
      if (jetzt().streit.length > 0) {
        melde({
          art: 'offen',
          satz: 'Noch nicht gespeichert: Bitte entscheiden Sie zuerst, was gelten soll.',
        });
        return false;
      }
      const zeit = uhrzeit(new Date().toISOString());
      melde({ art: 'gespeichert', zeit });
      if (z.id === null || scheiterteVorher) sage(`Gespeichert um ${zeit} Uhr.`);
      return true;
    } catch (fehler) {
      return scheitere(fehler);
    }
  }

  async function legeAn(kopf: Kopf): Promise<void> {
    const { anlegen, formular } = jetzt();
    const woanders = schonAngelegt(anlegen.schluessel);
    if (woanders) {
      beende();
      return gehe(`/vorlagen/${woanders}/bearbeiten`, { ersetze: true });
    }
    // A second window that holds the same beginning repeats the very same request.
    const zuletzt = liesEntwurf(null)?.anlegen;
    const versucht = anlegen.koerper ?? (zuletzt?.schluessel === anlegen.schluessel ? zuletzt.koerper : null);
    const koerper = (versucht ?? { art: 'UV', amt: formular.amt, ...kopf }) as Kopf & { amt: string };
    setze({ anlegen: { ...anlegen, koerper } });
    merkeEntwurf(null, gemerktes(jetzt()));
    const neu = await sende<{ id: string; version: number }>('POST', '/vorlagen', {
      koerper,
      schluessel: anlegen.schluessel,
    });
    const { betreff, az, datum, gremienweg } = koerper;
    setze({ id: neu.id, basis: { version: neu.version, kopf: { betreff, az, datum, gremienweg } } });
    zieheUm(neu.id, gemerktes(jetzt()));
    // The address alone: going there would draw the form anew and lose focus and uploads.
    history.replaceState(history.state, '', `/vorlagen/${neu.id}/bearbeiten`);
    if (!gleich(kopf, jetzt().basis?.kopf)) await speichere(neu.id, kopf);
  }

  async function speichere(id: string, kopf: Kopf): Promise<void> {
    const { basis } = jetzt();
    try {
      const { version } = await sende<{ version: number }>('PUT', `/vorlagen/${id}/entwurf`, {
        koerper: kopf,
        version: basis?.version,
        geduld: 20_000,
      });
      setze({ basis: { version, kopf }, ablehnung: [] });
      merkeEntwurf(id, gemerktes(jetzt()));
    } catch (fehler) {
      if (!(fehler instanceof ApiFehler) || !['KONFLIKT', 'KEIN_ENTWURF'].includes(fehler.code)) throw fehler;
      await gleicheNeuAb();
    }
  }

  async function gleicheNeuAb(): Promise<void> {
    const { vorlage } = await hole<{ vorlage: Vorlagenstand }>(`/vorlagen/${jetzt().id}`);
    // With the state of this moment: somebody may have typed while it was loaded.
    setze(nachAbgleich(jetzt(), vorlage));
    if (jetzt().ueberholt) return;
    merkeEntwurf(jetzt().id, gemerktes(jetzt()));
    if (jetzt().streit.length === 0) plane(0);
  }

  function scheitere(fehler: unknown): boolean {
    if (fehler instanceof ApiFehler && fehler.status < 500 && jetzt().id === null) {
      // Nothing was created; another body is another intention. After a 500 nobody knows.
      setze({ anlegen: { schluessel: crypto.randomUUID(), koerper: null } });
    }
    if (fehler instanceof ApiFehler && fehler.code === 'EINGABE_UNGUELTIG') {
      setze({ ablehnung: fehler.felder.map((f) => ({ ...f, feld: feldnameHier(f.feld) })) });
    }
    melde({ art: 'gescheitert', satz: satzZu(fehler) });
    if (fehler instanceof NetzFehler) plane(pauseNachFehler);
    return false;
  }

  async function brauche(betreff: string): Promise<string> {
    const vorhanden = jetzt().id;
    if (vorhanden !== null) return vorhanden;
    if (jetzt().formular.amt === '') throw new Anlagefehler('Bitte wählen Sie zuerst oben das Amt.');
    const gremium = (await hole<{ eintraege: { id: string }[] }>('/gremien')).eintraege[0]?.id;
    if (jetzt().formular.betreff.trim() === '') {
      aendereFormular({ betreff: betreff.slice(0, 250), betreffVorlaeufig: true });
    }
    await sichere(gremium === undefined ? {} : { gremium });
    const { id, speichern } = jetzt();
    if (id === null) {
      throw new Anlagefehler('satz' in speichern ? speichern.satz : 'Bitte zuerst den Betreff angeben.');
    }
    return id;
  }

  function aendereFormular(teil: Partial<Formular>): void {
    aendere({ formular: { ...jetzt().formular, ...teil } });
  }

  function loese(feld: Kopffeld, wessen: 'meins' | 'anderes'): void {
    const { streit, formular } = jetzt();
    const fall = streit.find((s) => s.feld === feld);
    if (!fall) return;
    const genommen = { kopf: fall.anderes, uebernommen: wessen === 'anderes' ? [feld] : [] };
    aendere({
      formular: mitAbgleich(formular, genommen),
      streit: streit.filter((s) => s !== fall),
    });
  }

  function beende(): void {
    beendet = true;
    clearTimeout(uhr);
  }

  return {
    zustand,
    aendere,
    aendereFormular,
    setze,
    sichere: () => sichere(),
    brauche,
    gleicheNeuAb,
    loese,
    beende,
  };
}

/** The draft could not be created, so a file has nowhere to go yet. */
export class Anlagefehler extends Error {
  override readonly name = 'Anlagefehler';
  get satz(): string {
    return this.message;
  }
}

/** Stands in for what is not chosen yet, where a record is needed for a file. */
interface Ersatz {
  readonly gremium?: string;
}

function mitErsatz(kopf: Kopf, basis: Kopf | null, { gremium }: Ersatz): Kopf {
  if (kopf.gremienweg.length > 0) return kopf;
  if (basis) return { ...kopf, gremienweg: basis.gremienweg };
  if (gremium === undefined) return kopf;
  const beratung = { gremium, rolle: 'Kenntnisnahme' as const, datum: null, oeffentlich: true };
  return { ...kopf, gremienweg: [beratung] };
}

function gemerktes(z: Zustand) {
  const { formular, papier, vorigesPapier, anlagen, fassungen, basis, anlegen, einreichen } = z;
  return { formular, papier, vorigesPapier, anlagen, fassungen, basis, anlegen, einreichen };
}
