import { sitzungen, vorlagen } from '../../domain/aggregat.ts';
import { freigabewege } from '../../domain/freigabeweg/freigabewege.ts';
import { type Ablehnung, lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { rheinlandPfalz } from '../../domain/landesrecht/rheinland-pfalz.ts';
import { type Befugnis, darf, type Gegenstand } from '../../domain/rollen/darf.ts';
import { gegenstandVon } from '../../domain/rollen/gegenstand.ts';
import type { Aktion } from '../../domain/rollen/rechte.ts';
import type { NeuesSitzungsereignis, Sitzungsstand } from '../../domain/sitzung/sitzung.ts';
import type { Entscheidung } from '../../domain/vorlage/befehle/entscheidung.ts';
import type { Vorlagenstand } from '../../domain/vorlage/stand.ts';
import { type Umgebung, ueblicheEinstellungen } from '../../domain/vorlage/umgebung.ts';
import { fuehreAus, pruefeGesehen, type Vorhaben } from '../aws/akte/befehl.ts';
import { type Geladen, lade } from '../aws/akte/laden.ts';
import { plane } from '../aws/akte/schritt.ts';
import type { Schreibvorgang } from '../aws/akte/transaktion.ts';
import { ApiFehler } from './fehler.ts';
import type { Anfrage } from './route.ts';

export const nichtGefunden = lehneAb(
  'NICHT_GEFUNDEN',
  'Das gibt es nicht, oder Sie dürfen es nicht sehen. Bitte prüfen Sie die Adresse.',
);

/** The refusal for a right that is missing; with its Stelle where it is not. */
export function pruefeRecht(
  anfrage: Pick<Anfrage<unknown, unknown>, 'akteur'>,
  aktion: Aktion,
  gegenstand: Gegenstand,
): Extract<Befugnis, { erlaubt: true }> {
  const befugnis = darf(anfrage.akteur, aktion, gegenstand);
  if (!befugnis.erlaubt) throw new ApiFehler(lehneAb('NICHT_BERECHTIGT', befugnis.satz));
  return befugnis;
}

export function umgebung(
  anfrage: Pick<Anfrage<unknown, unknown>, 'akteur' | 'jetzt'>,
  stand: Pick<Vorlagenstand, 'art'>,
  vertretungFuer: string | null,
): Umgebung {
  const freigabeweg = freigabewege[stand.art];
  if (!freigabeweg)
    throw new ApiFehler(lehneAb('ART_UNBEKANNT', `Für ${stand.art} gibt es noch keinen Freigabeweg.`));
  return {
    jetzt: anfrage.jetzt,
    akteur: { person: anfrage.akteur.person, vertretungFuer },
    freigabeweg,
    recht: rheinlandPfalz,
    einstellungen: ueblicheEinstellungen,
  };
}

/** What a command may add to its transaction beside the Vorlage's own events. */
export interface Zusatz {
  readonly entscheidung: Entscheidung;
  readonly weitere?: readonly Schreibvorgang[];
  /** Events of Sitzungen that belong to the same act. */
  readonly sitzungen?: readonly {
    readonly geladen: Geladen<Sitzungsstand>;
    readonly ereignisse: readonly NeuesSitzungsereignis[];
  }[];
  readonly antwort?: Readonly<Record<string, unknown>>;
}

/**
 * Runs a command on a Vorlage: right, version, rules, one transaction, answer. Somebody who may not even
 * read the Vorlage learns only that there is nothing.
 */
export async function befehle(
  anfrage: Anfrage<unknown, unknown>,
  aktion: Aktion,
  beratung: number | undefined,
  entscheide: (stand: Vorlagenstand, u: Umgebung) => Promise<Zusatz | Ablehnung> | Zusatz | Ablehnung,
): Promise<Record<string, unknown>> {
  const { akte } = anfrage.dienste;
  const id = anfrage.pfad.id ?? '';
  const ausfuehrung = await fuehreAus(
    akte,
    {
      person: anfrage.akteur.person,
      idempotenz: anfrage.idempotenz,
      anfrage: JSON.stringify([aktion, anfrage.pfad, anfrage.koerper]),
      jetzt: anfrage.jetzt,
      gesehen: anfrage.gesehen !== null,
    },
    async (): Promise<Vorhaben | Ablehnung> => {
      const geladen = await lade(akte, vorlagen, id);
      if (!geladen) return nichtGefunden;
      const { stand } = geladen;
      const gegenstand = gegenstandVon(stand, beratung);
      const befugnis = darf(anfrage.akteur, aktion, gegenstand);
      // Who was overtaken learns that first: the other's act may be why the right is gone.
      const darfLesen = befugnis.erlaubt || darf(anfrage.akteur, 'vorlage.lesen', gegenstand).erlaubt;
      if (!darfLesen) return nichtGefunden;
      if (anfrage.gesehen !== null) {
        const veraltet = await pruefeGesehen(
          akte,
          akte.schluessel.aggregat('Vorlage', id),
          anfrage.gesehen,
          stand.nr,
        );
        if (veraltet) return veraltet;
      }
      if (!befugnis.erlaubt) return lehneAb('NICHT_BERECHTIGT', befugnis.satz);
      const u = umgebung(anfrage, stand, befugnis.stelle.fuer);
      const zusatz = await entscheide(stand, u);
      if ('ok' in zusatz) return zusatz;
      if (!zusatz.entscheidung.ok) return zusatz.entscheidung;
      const zufall = anfrage.idempotenz ?? '';
      const schritt = plane(
        akte,
        vorlagen,
        id,
        geladen,
        zusatz.entscheidung.ereignisse,
        u.akteur,
        anfrage.jetzt,
        zufall,
      );
      const weitere = (zusatz.sitzungen ?? []).map((s) =>
        plane(
          akte,
          sitzungen,
          s.geladen.stand.id,
          s.geladen,
          s.ereignisse,
          u.akteur,
          anfrage.jetzt,
          zufall,
          'sitzung',
        ),
      );
      const nachher = schritt.nachher as Vorlagenstand;
      return {
        ok: true,
        schritte: [schritt, ...weitere],
        weitere: zusatz.weitere ?? [],
        antwort: { ...kurz(nachher), ...zusatz.antwort },
      };
    },
  );
  if (!ausfuehrung.ok) throw new ApiFehler(ausfuehrung);
  return ausfuehrung.antwort;
}

/** Answer of every command on a Vorlage: where it stands now. */
export function kurz(stand: Vorlagenstand): Record<string, unknown> {
  return {
    id: stand.id,
    version: stand.nr,
    nummer: stand.nummer,
    phase: stand.phase,
    fassung: stand.fassungen.length,
    halt: stand.halt && {
      art: stand.halt.art,
      station: stand.halt.station,
      wartenummer: stand.halt.wartenummer,
      frist: stand.halt.frist,
      beratung: stand.halt.beratung,
    },
  };
}
