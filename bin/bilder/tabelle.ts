import type { Bild } from './bild.ts';
import {
  bearbeiteErgebnis,
  fuelleNeueSitzung,
  fuelleNeueVorlage,
  klicke,
  pruefeKetten,
  waehleAlle,
  waehleEntwurf,
  wartetAufErgebnisse,
} from './handgriffe.ts';

const entwurf = '/vorlagen/{v:Nachbarschaftshilfe}/bearbeiten';
const durchfuehren = '/sitzungen/{s:heute}?phase=durchfuehren';
const grund = 'Bitte ergänzen Sie, wie viele der Wohnungen barrierefrei sind.';

/** Every picture of the handbook and the README, one per line. What is made in a picture stays for the next. */
// biome-ignore format: a table
export const tabelle: readonly Bild[] = [
  // Everybody
  { datei: 'anmeldung.png', person: null, pfad: '/' },
  { datei: 'erster-blick.png', person: 'feldkamp', pfad: '/', ersterBesuch: true },
  { datei: 'personenmenue.png', person: 'wolframm', pfad: '/', hoehe: 460, tue: (s) => s.locator('.gw-person summary').click() },
  { datei: 'suche.png', person: 'reinicke', pfad: '/suche?q=wohn' },
  { datei: 'kalender.png', person: 'feldkamp', pfad: '/kalender', hoehe: 1330, tue: (s) => s.getByText('Fristen dieser Sitzung').nth(3).click() },
  { datei: 'nachrichten.png', person: 'brandner', pfad: '/nachrichten', hoehe: 1000 },
  { datei: 'einstellungen.png', person: 'reinicke', pfad: '/ich' },
  { datei: 'rundgang.png', person: 'feldkamp', pfad: '/rundgang' },
  { datei: 'tastatur.png', person: 'feldkamp', pfad: '/tastatur' },
  // Sachbearbeitung
  { datei: 'neue-vorlage.png', person: 'feldkamp', pfad: '/neu', hoehe: 780, tue: fuelleNeueVorlage },
  { datei: 'gremienweg.png', person: 'feldkamp', pfad: '/neu', teil: '#weg', tue: (s) => s.getByText('Alle Fristen dieser Sitzung').click() },
  { datei: 'pruefung-fehler.png', person: 'feldkamp', pfad: entwurf, teil: '#papier', tue: (s) => waehleEntwurf(s, '501640', []) },
  { datei: 'pruefung-hinweise.png', person: 'feldkamp', pfad: entwurf, teil: '#papier', tue: (s) => waehleEntwurf(s, '501646', ['Rund 9.400 Kilometer.'], ['Abrechnung der Fahrten']) },
  { datei: 'pruefen-und-einreichen.png', person: 'feldkamp', pfad: entwurf, teil: '#pruefen' },
  { datei: 'wo-liegt-sie.png', person: 'feldkamp', pfad: '/vorlagen/{v:Suchtberatung}' },
  { datei: 'mein-amt.png', person: 'feldkamp', pfad: '/?blatt=amt', hoehe: 1000 },
  { datei: 'zurueckgegeben.png', person: 'feldkamp', pfad: '/vorlagen/{v:Frauenhaus}', hoehe: 1000 },
  { datei: 'neue-fassung.png', person: 'feldkamp', pfad: '/vorlagen/{v:Frauenhaus}/bearbeiten', hoehe: 920 },
  { datei: 'zurueckziehen.png', person: 'feldkamp', pfad: '/vorlagen/{v:Suchtberatung}?tun=zurueckziehen', hoehe: 800 },
  { datei: 'abgeschlossen.png', person: 'feldkamp', pfad: '/vorlagen/{v:Obdachlosenunterkunft}' },
  // Dezernat and Amtsleitung
  { datei: 'aufgaben.png', person: 'reinicke', pfad: '/' },
  { datei: 'entscheiden.png', person: 'reinicke', pfad: '/vorlagen/{v:Wohnraum}' },
  { datei: 'rueckgaengig.png', person: 'reinicke', pfad: '/vorlagen/{v:Wohnraum}', hoehe: 1000, tue: (s) => klicke(s, 'Freigeben'), danach: (s) => klicke(s, 'Rückgängig') },
  { datei: 'zurueckgeben.png', person: 'reinicke', pfad: '/vorlagen/{v:Wohnraum}?tun=zurueckgeben', hoehe: 1060, tue: (s) => s.getByLabel('Warum geben Sie').fill(grund) },
  { datei: 'gremienweg-aendern.png', person: 'reinicke', pfad: '/vorlagen/{v:Suchtberatung}?tun=gremienweg', teil: '[aria-labelledby=gremienwegaenderung]' },
  { datei: 'mehrere-freigeben.png', person: 'reinicke', pfad: '/', tue: waehleAlle },
  { datei: 'vertretung.png', person: 'brandner', pfad: '/?blatt=vertretung', hoehe: 700 },
  // Sitzungsdienst
  { datei: 'formpruefung.png', person: 'wolframm', pfad: '/vorlagen/{v:Grundsicherung}', hoehe: 1000 },
  { datei: 'sitzungen.png', person: 'wolframm', pfad: '/sitzungen' },
  { datei: 'sitzung-ansetzen.png', person: 'wolframm', pfad: '/sitzungen', tue: fuelleNeueSitzung },
  { datei: 'tagesordnung.png', person: 'kestner', pfad: '/sitzungen/{s:naechste}?phase=vorbereiten' },
  { datei: 'ergebnis.png', person: 'wolframm', pfad: `${durchfuehren}&top={t:Stadtteiltreff}`, hoehe: 1400 },
  { datei: 'ergebnis-widerspruch.png', person: 'wolframm', pfad: `${durchfuehren}&top={t:Sozialticket}`, hoehe: 1160 },
  { datei: 'ergebnis-schmal.png', person: 'wolframm', pfad: `${durchfuehren}&top={t:Pflegestützpunkt}`, breite: 390, hoehe: 1250 },
  { datei: 'ergebnis-dunkel.png', person: 'wolframm', pfad: `${durchfuehren}&top={t:Sozialticket}`, hoehe: 1160, dunkel: true },
  { datei: 'freigeben.png', person: 'wolframm', pfad: '/sitzungen/{s:heute}?phase=nachbereiten', hoehe: 1360, tue: wartetAufErgebnisse },
  { datei: 'berichtigen.png', person: 'wolframm', pfad: '/sitzungen/{s:vorige}?phase=nachbereiten&berichtigen={t:Schuldnerberatung}', hoehe: 1300, tue: (s) => s.getByLabel('Warum berichtigt wird').waitFor() },
  { datei: 'ohne-netz.png', person: 'wolframm', pfad: `${durchfuehren}&top={t:Winternothilfe}`, hoehe: 1000, tue: bearbeiteErgebnis },
  // Gremium
  { datei: 'gremium-sitzung.png', person: 'aydemir', pfad: '/sitzungen/{s:vorige}' },
  { datei: 'gremium-vorlage.png', person: 'aydemir', pfad: '/vorlagen/{v:Schuldnerberatung}', hoehe: 780 },
  // Systembetreuung and Revision
  { datei: 'stoerungen.png', person: 'tesch', pfad: '/betrieb' },
  { datei: 'personen.png', person: 'tesch', pfad: '/betrieb/personen' },
  { datei: 'person-aendern.png', person: 'tesch', pfad: '/betrieb/personen', tue: (s) => klicke(s, 'Ines Wolframm ändern') },
  { datei: 'gremien.png', person: 'tesch', pfad: '/betrieb/gremien' },
  { datei: 'nachweis.png', person: 'sommerlad', pfad: '/nachweis', hoehe: 900, tue: pruefeKetten },
  { datei: 'kette.png', person: 'sommerlad', pfad: '/nachweis/Vorlage/{v:Schuldnerberatung}', hoehe: 1200 },
  // Narrow, and dark
  { datei: 'aufgaben-schmal.png', person: 'reinicke', pfad: '/', breite: 390, hoehe: 1250 },
  { datei: 'vorlage-schmal.png', person: 'feldkamp', pfad: '/vorlagen/{v:Suchtberatung}', breite: 390 },
  { datei: 'aufgaben-dunkel.png', person: 'reinicke', pfad: '/', dunkel: true },
];
