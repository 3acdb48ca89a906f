import { einstellungen } from '../../api/einstellungen.ts';
import { ApiFehler, NetzFehler, satzZu } from '../../api/fehler.ts';
import { hole, sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { sha256 } from '../../app/sha256.ts';
import type { Anlage, Datei } from './ablage.ts';
import { anlagentitel, dateimangel, titelAusDateiname, type Zweck } from './dateiauswahl.ts';
import { fuelleAus } from './dateifelder.ts';
import { istFertig, type Pruefstand, pauseVor, type Uploadstand } from './pruefstand.ts';
import { sendeDatei, Uploadfehler } from './sendeDatei.ts';
import { Anlagefehler, type Werkstatt } from './werkstatt.ts';

/** A file that was announced and never seen by the server, this many questions after a reload. */
const fragenOhneDatei = 8;
/** From here on people are told that the check takes longer. */
const langeAb = 30_000;

/** Sends the files of a draft and follows their checks. */
export interface Dateien {
  /** Takes a Word file; a sentence where it need not even be sent. */
  readonly nimmPapier: (datei: File) => Promise<string | null>;
  readonly nimmAnlagen: (dateien: readonly File[]) => Promise<readonly string[]>;
  readonly nimmVorigesPapier: () => void;
  readonly wiederhole: (datei: Datei) => void;
  readonly brichAb: (datei: Datei) => void;
  readonly laufende: () => number;
  readonly beende: () => void;
}

export function macheDateien(w: Werkstatt): Dateien {
  const gewaehlt = new Map<string, File>();
  const abbrueche = new Map<string, AbortController>();
  const z = w.zustand.lies;

  const melde = (schluessel: string, stand: Uploadstand) =>
    w.setze({ uploads: { ...z().uploads, [schluessel]: stand } });

  function aendereDatei(schluessel: string, teil: Partial<Datei>): void {
    const { papier, anlagen } = z();
    const neu = (d: Datei) => (d.schluessel === schluessel ? { ...d, ...teil } : d);
    w.aendere({
      papier: papier && neu(papier),
      anlagen: anlagen.map((a) => ({ ...a, datei: neu(a.datei) })),
    });
  }

  async function beschreibe(datei: File, zweck: Zweck): Promise<Datei> {
    const schluessel = crypto.randomUUID();
    gewaehlt.set(schluessel, datei);
    return {
      schluessel,
      zweck,
      dateiname: datei.name.normalize('NFC'),
      groesse: datei.size,
      sha256: await sha256(await datei.arrayBuffer()),
      id: null,
    };
  }

  async function nimmPapier(datei: File): Promise<string | null> {
    const mangel = dateimangel(datei, 'entwurf', einstellungen().hoechstgroesse);
    if (mangel) return mangel;
    const neu = await beschreibe(datei, 'entwurf');
    const { papier, vorigesPapier } = z();
    const stand = papier ? z().uploads[papier.schluessel] : undefined;
    if (papier && papier.sha256 === neu.sha256 && stand?.art === 'beimServer') {
      return stand.stand?.zustand === 'abgelehnt'
        ? 'Das ist dieselbe Datei wie eben, sie ist unverändert. Bitte speichern Sie die berichtigte Datei und wählen Sie diese aus.'
        : 'Diese Datei ist schon hochgeladen.';
    }
    const angenommen = stand?.art === 'beimServer' && stand.stand?.zustand === 'geprueft';
    if (papier) brichAb(papier);
    w.aendere({ papier: neu, vorigesPapier: angenommen ? papier : vorigesPapier, ausDatei: [] });
    void starte(neu);
    return null;
  }

  async function nimmAnlagen(dateien: readonly File[]): Promise<readonly string[]> {
    const saetze: string[] = [];
    for (const datei of dateien) {
      const mangel = dateimangel(datei, 'anlage', einstellungen().hoechstgroesse);
      if (mangel) {
        saetze.push(`„${datei.name}“: ${mangel}`);
        continue;
      }
      const neu = await beschreibe(datei, 'anlage');
      const doppelt = z().anlagen.findIndex((a) => a.datei.sha256 === neu.sha256);
      if (doppelt >= 0) {
        saetze.push(
          `„${datei.name}“ ist dieselbe Datei wie Anlage ${doppelt + 1} und wurde nicht noch einmal aufgenommen.`,
        );
        continue;
      }
      const vergeben = z().anlagen.map((a) => a.titel);
      const anlage: Anlage = {
        datei: neu,
        titel: anlagentitel(neu.dateiname, titelImPapier(), vergeben),
        oeffentlich: z().formular.gremienweg.every((b) => b.oeffentlich),
      };
      w.aendere({ anlagen: [...z().anlagen, anlage] });
      void starte(neu);
    }
    return saetze;
  }

  function titelImPapier(): readonly string[] {
    const { papier, uploads } = z();
    const stand = papier ? uploads[papier.schluessel] : undefined;
    return stand?.art === 'beimServer' ? (stand.stand?.anlagentitel ?? []) : [];
  }

  /** The paper that was accepted before takes its place again. */
  function nimmVorigesPapier(): void {
    const { papier, vorigesPapier } = z();
    if (!vorigesPapier) return;
    if (papier) brichAb(papier);
    w.aendere({ papier: vorigesPapier, vorigesPapier: null, ausDatei: [] });
    void verfolge(vorigesPapier, false);
  }

  async function starte(datei: Datei): Promise<void> {
    const inhalt = gewaehlt.get(datei.schluessel);
    if (!inhalt) return;
    const abbruch = neuerAbbruch(datei.schluessel);
    melde(datei.schluessel, { art: 'wartet' });
    try {
      const vorlage = await w.brauche(titelAusDateiname(datei.dateiname));
      const formular = await sende<{ id: string; url: string; felder: Record<string, string> }>(
        'POST',
        `/vorlagen/${vorlage}/uploads`,
        {
          koerper: { zweck: datei.zweck, dateiname: datei.dateiname },
          schluessel: datei.schluessel,
          geduld: 15_000,
        },
      );
      if (abbruch.signal.aborted) return;
      aendereDatei(datei.schluessel, { id: formular.id });
      const gesamt = datei.groesse;
      melde(datei.schluessel, { art: 'sendet', gesendet: 0, gesamt });
      await sendeDatei({
        ...formular,
        datei: inhalt,
        signal: abbruch.signal,
        onFortschritt: (gesendet) => melde(datei.schluessel, { art: 'sendet', gesendet, gesamt }),
      });
      await verfolge({ ...datei, id: formular.id }, true);
    } catch (fehler) {
      if (abbruch.signal.aborted) return;
      const satz = satzZuUpload(fehler);
      melde(datei.schluessel, { art: 'unterbrochen', satz, wiederholbar: true });
      sage(satz);
    }
  }

  async function verfolge(datei: Datei, gesendet: boolean): Promise<void> {
    const { signal } = neuerAbbruch(datei.schluessel);
    const beginn = Date.now();
    let stand: Pruefstand | null = null;
    for (let versuch = 0; !signal.aborted; versuch++) {
      melde(datei.schluessel, { art: 'beimServer', stand, lange: Date.now() - beginn > langeAb });
      await new Promise((weiter) => setTimeout(weiter, versuch === 0 && !gesendet ? 0 : pauseVor(versuch)));
      if (signal.aborted) return;
      try {
        stand = await hole<Pruefstand>(`/vorlagen/${z().id}/uploads/${datei.id}`, signal);
      } catch (fehler) {
        if (signal.aborted) return;
        if (fehler instanceof NetzFehler) continue;
        return melde(datei.schluessel, { art: 'unterbrochen', satz: satzZu(fehler), wiederholbar: false });
      }
      if (istFertig(stand)) {
        melde(datei.schluessel, { art: 'beimServer', stand, lange: false });
        return nimmErgebnis(datei, stand, gesendet);
      }
      if (!gesendet && stand.zustand === 'angekuendigt' && versuch >= fragenOhneDatei) {
        const satz = 'Diese Datei ist nicht angekommen. Bitte wählen Sie sie noch einmal aus.';
        return melde(datei.schluessel, { art: 'unterbrochen', satz, wiederholbar: false });
      }
    }
  }

  function nimmErgebnis(datei: Datei, stand: Pruefstand, gesendet: boolean): void {
    const gut = stand.zustand === 'geprueft';
    if (datei.zweck === 'entwurf' && gut && gesendet) {
      const { formular, saetze } = fuelleAus(z().formular, stand);
      if (saetze.length > 0) w.aendere({ formular, ausDatei: saetze });
    }
    if (gesendet) {
      const urteil = gut ? 'geprüft und angenommen' : `nicht angenommen. ${stand.satz ?? ''}`;
      sage(`„${datei.dateiname}“: ${urteil}`);
    }
  }

  function neuerAbbruch(schluessel: string): AbortController {
    abbrueche.get(schluessel)?.abort();
    const abbruch = new AbortController();
    abbrueche.set(schluessel, abbruch);
    return abbruch;
  }

  function brichAb({ schluessel }: Datei): void {
    abbrueche.get(schluessel)?.abort(new DOMException('abgebrochen', 'AbortError'));
    abbrueche.delete(schluessel);
  }

  // What this browser remembers of an earlier visit: ask how far it is.
  for (const datei of [z().papier, ...z().anlagen.map((a) => a.datei)]) {
    if (!datei) continue;
    if (datei.id) void verfolge(datei, false);
    else {
      const satz = 'Diese Datei ist nicht angekommen. Bitte wählen Sie sie noch einmal aus.';
      melde(datei.schluessel, { art: 'unterbrochen', satz, wiederholbar: false });
    }
  }

  return {
    nimmPapier,
    nimmAnlagen,
    nimmVorigesPapier,
    wiederhole: (datei) => void starte(datei),
    brichAb,
    laufende: () => Object.values(z().uploads).filter((u) => u.art === 'sendet' || u.art === 'wartet').length,
    beende: () => {
      for (const abbruch of abbrueche.values()) abbruch.abort();
    },
  };
}

function satzZuUpload(fehler: unknown): string {
  if (fehler instanceof NetzFehler) {
    return 'Die Verbindung ist weg, die Datei ist nicht angekommen. Sie ist noch ausgewählt: Versuchen Sie es gleich noch einmal.';
  }
  if (fehler instanceof Uploadfehler || fehler instanceof Anlagefehler) return fehler.satz;
  return fehler instanceof ApiFehler ? fehler.satz : satzZu(fehler);
}
