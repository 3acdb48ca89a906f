import {
  einstimmigMitGegenstimmen,
  erfasse,
  halteFest,
  kenntnis,
  leer,
  vertagt,
} from '../../../bin/demo/ergebnisse.ts';
import {
  bringeInsGremium,
  entscheide,
  legeSitzungAn,
  setzeAufTagesordnung,
  sieh,
} from '../../../bin/demo/vorlagenweg.ts';
import type { Abstimmung, Ergebnis } from '../../../domain/ergebnis/schema.ts';
import { oeffneAutomat } from '../../hilfen/automat.ts';
import { kleinerEntwurf, legeEntwurfAn, reicheKurzEin, sendeEntwurf } from '../../hilfen/entwuerfe.ts';
import { gleicheAbNach } from '../../hilfen/zeitplan.ts';
import type { Websystem } from '../hilfen/system.ts';

/** As long as a Betreff may be, and nowhere to break it. */
export const langerBetreff =
  `Donaudampfschifffahrtsgesellschaft${'unterrichtungsvorlagenbearbeitung'.repeat(7)}`
    .slice(0, 250)
    .padEnd(250, 'x');

/** Ids of what the screens show. */
export interface Lage {
  readonly entwurf: string;
  /** At the Dezernat, overdue. */
  readonly wartend: string;
  readonly lang: string;
  readonly zurueckgegeben: string;
  readonly zurueckgezogen: string;
  readonly geheim: string;
  readonly freigegeben: string;
  readonly berichtigt: string;
  /** Begun: on its agenda are outcomes of every kind. */
  readonly sitzung: string;
  /** To come, with items and others that wait for a place. */
  readonly kommende: string;
  /** To come, with an empty agenda. */
  readonly leere: string;
  /** On the agenda of the Sitzung, without an outcome. */
  readonly offen: string;
  /** Waits for a place on an agenda. */
  readonly sitzungsreif: string;
}

const sache: Abstimmung = {
  gegenstand: 'Sache',
  wortlaut: null,
  richtung: 'angenommen',
  mehrheit: 'mehrheitlich',
  ja: 9,
  nein: 2,
  enthaltungen: 1,
  ungueltig: null,
  massgeblich: true,
};

/** An amendment that failed, and then the matter. */
const mehrereAbstimmungen: Ergebnis = {
  ...leer,
  verbleib: 'behandelt',
  abstimmungen: [
    {
      ...sache,
      gegenstand: 'Aenderungsantrag',
      wortlaut: 'Der Bericht wird künftig zweimal im Jahr vorgelegt.',
      richtung: 'abgelehnt',
      ja: 3,
      nein: 9,
      enthaltungen: 0,
      massgeblich: false,
    },
    sache,
  ],
};

/** Put off, but to when? */
const vertagtOhneZiel: Ergebnis = { ...vertagt, folge: null };

/** Prepares all of it by the API; afterwards it is the evening of the Sitzung. */
export async function bereiteVor(system: Websystem): Promise<Lage> {
  const { welt } = system;
  await kleinerEntwurf();
  const wartende = ['Mobile Wohnberatung für ältere Menschen', langerBetreff];
  const imGremium = [
    'Sprachpatenschaften in den Stadtteiltreffs',
    'Ferienpass für Familien mit geringem Einkommen',
    'Schuldnerberatung im vergangenen Jahr',
    'Fahrdienst für Menschen mit Behinderung',
    'Belegung der Gemeinschaftsunterkünfte',
    'Sozialpass: Nutzung und Wirkung',
    'Seniorentreffs im Westen der Stadt',
    'Hilfen bei drohendem Wohnungsverlust',
    'Frühe Hilfen: Zahlen und Wege',
  ];
  const alle = await reicheKurzEin(system, [
    ...wartende,
    'Kältebus: Erfahrungen des Winters',
    'Kleiderkammer: neue Öffnungszeiten',
    ...imGremium,
  ]);
  const [wartend, lang, zurueckgegeben, zurueckgezogen, ...beratene] = alle.map(({ id }) => id);
  const [geheim] = (await reicheKurzEin(system, ['Vergabe der Schuldnerberatung'], false)).map(
    ({ id }) => id,
  );
  const [frei, korrigiert, widerspruch, hinweis, mehrere, offen, naechste, danach, reif] = beratene;
  if (!wartend || !lang || !zurueckgegeben || !zurueckgezogen || !geheim || !frei || !korrigiert)
    throw new Error('Nicht alles ist eingereicht.');
  if (!widerspruch || !hinweis || !mehrere || !offen || !naechste || !danach || !reif)
    throw new Error('Es fehlen Vorlagen.');

  await entscheide(
    welt,
    'reinicke',
    zurueckgegeben,
    'Dezernat',
    'zurueckgewiesen',
    'Bitte die Kosten nennen und sagen, wer sie trägt.',
  );
  const { version } = await sieh(welt, 'feldkamp', zurueckgezogen);
  welt.gelungen(
    await welt.als('feldkamp').post(`/vorlagen/${zurueckgezogen}/zurueckziehung`, {
      version,
      absicht: 'zurückziehen',
      koerper: { begruendung: 'Die Öffnungszeiten bleiben, wie sie sind.' },
    }),
    'Zurückziehen',
  );
  for (const id of [...beratene, geheim]) await bringeInsGremium(welt, id);

  const sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-04-22T15:00:00.000Z');
  const kommende = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', '2026-05-20T15:00:00.000Z');
  const punkte = [frei, korrigiert, widerspruch, hinweis, mehrere, offen];
  for (const [i, id] of punkte.entries())
    await setzeAufTagesordnung(welt, 'wolframm', sitzung, id, 1, `Ö ${i + 1}`);
  await setzeAufTagesordnung(welt, 'wolframm', sitzung, geheim, 1, 'N 1');
  await setzeAufTagesordnung(welt, 'wolframm', kommende, naechste, 1, 'Ö 1');
  await setzeAufTagesordnung(welt, 'wolframm', kommende, danach, 1, 'Ö 2');
  const leere = await legeSitzungAn(welt, 'wolframm', 'stadtrat', '2026-06-10T15:00:00.000Z');

  await system.stelleUhr('2026-04-22T16:30:00.000Z');
  await halteFest(welt, 'wolframm', frei, 1, kenntnis);
  await halteFest(welt, 'wolframm', korrigiert, 1, kenntnis);
  await berichtige(system, korrigiert);
  await erfasse(welt, 'wolframm', widerspruch, 1, einstimmigMitGegenstimmen);
  await erfasse(welt, 'wolframm', hinweis, 1, vertagtOhneZiel);
  await erfasse(welt, 'wolframm', mehrere, 1, mehrereAbstimmungen);

  const entwurf = await legeEntwurfAn(welt, 'Nachbarschaftshilfe: Entwurf');
  await sendeEntwurf(welt, entwurf.id);
  await reicheKurzEin(system, ['Tafelladen: Bericht über das erste Halbjahr']);
  await system.ruhe();
  return {
    entwurf: entwurf.id,
    wartend,
    lang,
    zurueckgegeben,
    zurueckgezogen,
    geheim,
    freigegeben: frei,
    berichtigt: korrigiert,
    sitzung,
    kommende,
    leere,
    offen,
    sitzungsreif: reif,
  };
}

async function berichtige({ welt }: Websystem, id: string): Promise<void> {
  const { version } = await sieh(welt, 'wolframm', id);
  const koerper = {
    ergebnis: { ...kenntnis, vermerk: 'Die Verwaltung berichtet im Herbst noch einmal.' },
    begruendung: 'Die Zusage der Verwaltung fehlte.',
    // Row 30: it is a new entry beside the signed one.
    bestaetigt: [30],
  };
  welt.gelungen(
    await welt
      .als('wolframm')
      .post(`/vorlagen/${id}/beratungen/1/berichtigung`, { version, absicht: 'berichtigen', koerper }),
    'Berichtigen',
  );
}

/** A way without a record halts, and mails to one person are refused: both wait for the Systembetreuung. */
export async function bereiteStoerungenVor(system: Websystem): Promise<void> {
  await oeffneAutomat(system).starte('v-ohne-akte', 1);
  for (const minuten of [2, 12, 12]) await gleicheAbNach(system, minuten);
}
