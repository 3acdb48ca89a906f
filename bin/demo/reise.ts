import { leseFormularsicht } from '../../documents/lesen/formularsicht.ts';
import { ferienpass, sprachpatenschaften, wohnberatung, wohnberatungMitKosten } from './entwuerfe.ts';
import {
  einstimmigMitGegenstimmen,
  erfasse,
  gibFrei,
  halteFest,
  kenntnis,
  vertagt,
  verwiesenAn,
} from './ergebnisse.ts';
import { ladePapier } from './papiere.ts';
import {
  bringeInsGremium,
  entscheide,
  gibFassungAb,
  legeSitzungAn,
  reicheEin,
  sendeDateien,
  setzeAufTagesordnung,
  sieh,
  warteAufPapier,
} from './vorlagenweg.ts';
import type { Welt } from './welt.ts';

/** The Vorlagen of the journey. */
export interface Reiseziel {
  readonly a: string;
  readonly b: string;
  readonly c: string;
}

/** Begin of a Sitzung: on the standing clock the planned one, else a minute ago (results need a begun Sitzung). */
async function beginnOderEben(welt: Welt, geplant: string): Promise<string> {
  return welt.o.stellbareUhr ? geplant : new Date(Date.parse(await welt.jetzt()) - 60_000).toISOString();
}

/**
 * The whole way of three Vorlagen, by the people of the route, over HTTP only:
 *
 *     A  returned, version 2, contradictory outcome refused, Kenntnis
 *     B  vertagt, taken up in the next Sitzung
 *     C  verwiesen to another Gremium, recorded there and back
 */
export async function reise(welt: Welt): Promise<Reiseziel> {
  await welt.stelleUhr('2026-03-24T08:15:00.000Z');
  const a = await dezernatUndFassungen(welt);
  await welt.stelleUhr('2026-03-24T13:00:00.000Z');
  const sitzung = await amtUndTagesordnung(welt, a);
  const b = await weitereVorlage(welt, sprachpatenschaften, sitzung, 'Ö 6');
  const c = await weitereVorlage(welt, ferienpass, sitzung, 'Ö 7');
  await welt.stelleUhr('2026-04-22T16:30:00.000Z');
  await ergebnisDerErsten(welt, a);
  await vertagtUndVerwiesen(welt, b, c);
  return { a, b, c };
}

async function dezernatUndFassungen(welt: Welt): Promise<string> {
  welt.sage(
    '1  Die Sachbearbeiterin holt die Word-Vorlage, lädt Entwurf und zwei Anlagen hoch und reicht ein.',
  );
  const {
    id: a,
    nummer,
    version,
  } = await reicheEin(welt, wohnberatung, welt.o.stellbareUhr ? '2026-04-22' : null);
  const jahr = (await welt.jetzt()).slice(0, 4);
  if (welt.o.stellbareUhr) welt.erwarte(nummer === `UV/0001/${jahr}`, 'Die erste Nummer des Jahres', nummer);
  const papier = await warteAufPapier(welt, 'feldkamp', a, version);
  welt.sage(`   Nummer ${nummer} gezogen, Papier ${papier.dateiname} geschrieben.`);

  welt.sage('2  Das Dezernat gibt mit Begründung zurück; Fassung 2 wird eingereicht und freigegeben.');
  await entscheide(
    welt,
    'reinicke',
    a,
    'Dezernat',
    'zurueckgewiesen',
    'Bitte die Kosten und den Anteil des Landes nennen.',
  );
  await welt.bis('Die Sachbearbeiterin erfährt den Grund', async () => {
    const { eintraege } = (await welt.als('feldkamp').get('/nachrichten')).json as {
      eintraege: { anlass: string; grund: string | null }[];
    };
    return eintraege.find((n) => n.anlass === 'zurueckgegeben' && n.grund?.includes('Kosten'));
  });
  const koerper = await sendeDateien(welt, a, wohnberatungMitKosten, 2);
  const neu = await gibFassungAb(welt, a, koerper, 2);
  await warteAufPapier(welt, 'feldkamp', a, neu.version);
  await entscheide(welt, 'reinicke', a, 'Dezernat', 'freigegeben');
  welt.sage('   Fassung 2 liegt vor; das Dezernat hat sie freigegeben.');
  return a;
}

async function amtUndTagesordnung(welt: Welt, a: string): Promise<string> {
  welt.sage('3  Das Sozialamt gibt frei; der Sitzungsdienst prüft die Form und setzt auf die Tagesordnung.');
  await entscheide(welt, 'ohlsen', a, 'Sozialamt', 'freigegeben');
  await entscheide(welt, 'wolframm', a, 'Sozialausschuss', 'freigegeben');
  const beginn = await beginnOderEben(welt, '2026-04-22T15:00:00.000Z');
  const sitzung = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', beginn);
  await setzeAufTagesordnung(welt, 'wolframm', sitzung, a, 1, 'Ö 5');
  welt.sage('   TOP Ö 5 im Sozialausschuss, öffentlich.');
  return sitzung;
}

async function weitereVorlage(
  welt: Welt,
  entwurf: typeof sprachpatenschaften,
  sitzung: string,
  top: string,
): Promise<string> {
  const { id } = await reicheEin(welt, entwurf, null);
  await bringeInsGremium(welt, id);
  await setzeAufTagesordnung(welt, 'wolframm', sitzung, id, 1, top);
  return id;
}

async function ergebnisDerErsten(welt: Welt, a: string): Promise<void> {
  welt.sage(
    '4  Ein widersprüchliches Ergebnis wird gespeichert, gezeigt und nicht freigegeben; dann Kenntnis.',
  );
  const pruefung = await erfasse(welt, 'wolframm', a, 1, einstimmigMitGegenstimmen);
  const zeile1 = pruefung.widersprueche.find((w) => w.zeile === 1);
  welt.erwarte(zeile1 !== undefined, 'Zeile 1 der Regeltafel wird gezeigt', pruefung.widersprueche);
  for (const w of pruefung.widersprueche) {
    welt.sage(`   Widerspruch, Zeile ${w.zeile}: ${w.satz}${w.paragraf ? ` (${w.paragraf})` : ''}`);
  }
  const gespeichert = await sieh(welt, 'wolframm', a);
  welt.erwarte(gespeichert.vorlage.gremienweg[0]?.ergebnis !== null, 'Das Ergebnis ist gespeichert');
  const refused = await welt.als('wolframm').post(`/vorlagen/${a}/beratungen/1/freigabe`, {
    version: gespeichert.version,
    absicht: `freigabe widerspruch ${a}`,
    koerper: { bestaetigt: [] },
  });
  const { satz } = welt.abgelehnt(refused, 422, 'ERGEBNIS_WIDERSPRUCH', 'Freigabe des Widerspruchs');
  welt.sage(`   Freigabe abgelehnt: ${satz}`);
  await erfasse(welt, 'wolframm', a, 1, kenntnis);
  const ereignis = await gibFrei(welt, 'wolframm', a, 1);
  const papier = await warteAufPapier(welt, 'wolframm', a, ereignis);
  const gelesen = await leseFormularsicht(await ladePapier(welt, 'wolframm', a, papier));
  welt.erwarte(
    gelesen.beratungen[0]?.formularsicht?.kenntnis === true,
    'Im Papier ist Kenntnis angekreuzt',
    gelesen.beratungen,
  );
  const ende = await sieh(welt, 'wolframm', a);
  welt.erwarte(ende.vorlage.phase === 'abgeschlossen', 'Die Vorlage ist abgeschlossen', ende.vorlage.phase);
  welt.sage(`   Kenntnis freigegeben; ${papier.dateiname} neu geschrieben, Kästchen angekreuzt.`);
}

async function vertagtUndVerwiesen(welt: Welt, b: string, c: string): Promise<void> {
  welt.sage(
    '5  Die zweite Vorlage wird vertagt und wieder aufgerufen, die dritte verwiesen und kommt zurück.',
  );
  await halteFest(welt, 'wolframm', b, 1, vertagt);
  await halteFest(welt, 'wolframm', c, 1, verwiesenAn('jugendhilfeausschuss'));

  await welt.stelleUhr('2026-04-27T08:00:00.000Z');
  const jhaBeginn = await beginnOderEben(welt, '2026-05-06T15:00:00.000Z');
  const jha = await legeSitzungAn(welt, 'kestner', 'jugendhilfeausschuss', jhaBeginn);
  await setzeAufTagesordnung(welt, 'kestner', jha, c, 2, 'Ö 3');
  const naechsterBeginn = await beginnOderEben(welt, '2026-05-20T15:00:00.000Z');
  const naechste = await legeSitzungAn(welt, 'wolframm', 'sozialausschuss', naechsterBeginn);
  await setzeAufTagesordnung(welt, 'wolframm', naechste, b, 2, 'Ö 2');

  await welt.stelleUhr('2026-05-06T16:00:00.000Z');
  await halteFest(welt, 'kestner', c, 2, kenntnis);
  await setzeAufTagesordnung(welt, 'wolframm', naechste, c, 3, 'Ö 3');
  welt.sage('   Jugendhilfeausschuss hat Kenntnis genommen; zurück in den Sozialausschuss.');

  await welt.stelleUhr('2026-05-20T16:00:00.000Z');
  await halteFest(welt, 'wolframm', b, 2, kenntnis);
  const letztes = await halteFest(welt, 'wolframm', c, 3, kenntnis);
  await warteAufPapier(welt, 'wolframm', c, letztes);
  for (const [name, id] of [['zweite', b] as const, ['dritte', c] as const]) {
    const { vorlage } = await sieh(welt, 'wolframm', id);
    welt.erwarte(vorlage.phase === 'abgeschlossen', `Die ${name} Vorlage ist abgeschlossen`, vorlage.phase);
    welt.sage(
      `   ${vorlage.nummer}: ${vorlage.gremienweg.map((x) => `${x.gremium} ${x.top} ${x.ergebnis?.verbleib}`).join(' → ')}`,
    );
  }
}
