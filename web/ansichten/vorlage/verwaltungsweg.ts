import type { Halt } from '../../../domain/vorlage/stand.ts';
import { aufzaehlung, wortlaut } from '../../format/ereignis/text.ts';
import type { Namen } from '../../format/ereignis.ts';
import type { Verlaufseintrag } from './daten.ts';
import { stationstitel } from './stellen.ts';
import { type Wegpunkt, wegpunkt, type Zusatz } from './wegpunkt.ts';

/** "Tilo Brandner i. V. für Almut Reinicke" */
export function handelnd(e: Pick<Verlaufseintrag, 'person' | 'vertretungFuer'>, namen: Namen): string {
  const name = namen.person(e.person);
  return e.vertretungFuer === null ? name : `${name} i. V. für ${namen.person(e.vertretungFuer)}`;
}

/** What was written, where it was written. */
export function alsZusatz(name: string, text: Parameters<typeof wortlaut>[0]): Zusatz | null {
  const worte = wortlaut(text);
  return worte === null ? null : { name, text: worte };
}

/** What came of the present point. */
interface Abschluss {
  readonly ausgang: string;
  readonly ton?: Wegpunkt['ton'];
  readonly zusatz?: Zusatz | null;
}

/**
 * What happened in the administration, by its events: who had it from when to when, and what came of it. The
 * last point is open (`bis` null) as long as somebody there holds the Vorlage.
 */
export function verwaltungsweg(verlauf: readonly Verlaufseintrag[], namen: Namen): Wegpunkt[] {
  const punkte: Wegpunkt[] = [];
  let offen: Wegpunkt | null = null;

  const schliesse = (e: Verlaufseintrag, { ausgang, ton = 'success', zusatz = null }: Abschluss) => {
    if (!offen) return;
    punkte.push({ ...offen, bis: e.zeit, wer: handelnd(e, namen), ausgang, ton, zusatz });
    offen = null;
  };
  const oeffne = (e: Verlaufseintrag, halt: Halt | null) => {
    if (!halt || halt.art === 'beratung') return;
    const titel =
      halt.art === 'ueberarbeitung'
        ? `Überarbeitung: ${namen.stelle(halt)}`
        : stationstitel(halt, namen.stelle);
    offen = wegpunkt({
      schluessel: `e${e.nr}`,
      lage: 'vergangen',
      titel,
      von: e.zeit,
      frist: halt.frist,
    });
  };
  const merke = (e: Verlaufseintrag, titel: string, zusatz: Zusatz | null) =>
    punkte.push(
      wegpunkt({
        schluessel: `h${e.nr}`,
        lage: 'vergangen',
        titel,
        von: e.zeit,
        bis: e.zeit,
        wer: handelnd(e, namen),
        zusatz,
      }),
    );

  for (const e of verlauf) {
    switch (e.art) {
      case 'VorlageAngelegt':
        offen = wegpunkt({
          schluessel: `e${e.nr}`,
          lage: 'vergangen',
          titel: `Entwurf: ${namen.stelle({ rolle: 'Sachbearbeitung', bereich: e.daten.amt.nr })}`,
          von: e.zeit,
        });
        break;
      case 'Eingereicht':
        schliesse(e, { ausgang: `Eingereicht als ${e.daten.nummer}` });
        oeffne(e, e.daten.weiter);
        break;
      case 'FassungEingereicht':
        schliesse(e, { ausgang: `Fassung ${e.daten.fassung.nr} eingereicht` });
        oeffne(e, e.daten.weiter);
        break;
      case 'StationFreigegeben':
        schliesse(e, {
          ausgang: e.daten.weiter.art === 'beratung' ? 'Form geprüft, bereit für die Sitzung' : 'Freigegeben',
          zusatz: alsZusatz('Bemerkung', e.daten.bemerkung),
        });
        oeffne(e, e.daten.weiter);
        break;
      case 'Zurueckgewiesen':
        schliesse(e, {
          ausgang: 'Zur Überarbeitung zurückgegeben',
          ton: 'warning',
          zusatz: alsZusatz('Begründung', e.daten.grund),
        });
        oeffne(e, e.daten.weiter);
        break;
      case 'Zurueckgezogen': {
        const zusatz = alsZusatz('Begründung', e.daten.grund);
        if (offen) schliesse(e, { ausgang: 'Zurückgezogen', ton: 'neutral', zusatz });
        else merke(e, 'Zurückgezogen', zusatz);
        break;
      }
      case 'GremienwegGeaendert': {
        const wohin = aufzaehlung(e.daten.beratungen.map((b) => namen.gremium(b.gremium)));
        if (e.daten.weiter?.art === 'station') {
          schliesse(e, { ausgang: 'An ein anderes Gremium weitergereicht', ton: 'neutral' });
        }
        merke(e, `Gremienweg geändert: ${wohin}`, alsZusatz('Begründung', e.daten.grund));
        oeffne(e, e.daten.weiter);
        break;
      }
    }
  }
  return offen ? [...punkte, offen] : punkte;
}
