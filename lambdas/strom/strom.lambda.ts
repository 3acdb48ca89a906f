import { SESv2Client } from '@aws-sdk/client-sesv2';
import { oeffneAblauf } from '../aws/ablauf.ts';
import { oeffneAkte } from '../aws/akte/akte.ts';
import type { Ausgang } from '../aws/akte/ausgang.ts';
import { erledigeAusgang } from '../aws/akte/ausgangsarbeit.ts';
import type { Schreibvorgang } from '../aws/akte/transaktion.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { oeffneWartemarken } from '../aws/wartemarken.ts';
import { starte, wecke } from './arbeiten.ts';
import { benachrichtige } from './benachrichtigen.ts';
import { sende } from './mail.ts';
import { verarbeite } from './strom.ts';
import type { DynamoDBStreamEvent } from './stromereignis.ts';
import { indiziere } from './suche.ts';

const umgebung = liesUmgebung(
  'TABELLE_AKTE',
  'TABELLE_WARTEMARKEN',
  'KOERPERSCHAFT',
  'AUTOMAT_ALIAS_ARN',
  'MAIL_ABSENDER',
  'ADRESSE',
);
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const marken = oeffneWartemarken(akte.client, umgebung.TABELLE_WARTEMARKEN, umgebung.KOERPERSCHAFT);
const ablauf = oeffneAblauf(umgebung.AUTOMAT_ALIAS_ARN);
const ses = new SESv2Client({});
const jetzt = () => new Date().toISOString();

async function tue(ausgang: Ausgang): Promise<readonly Schreibvorgang[]> {
  switch (ausgang.zweck) {
    case 'start':
      return starte(akte, ablauf, ausgang);
    case 'wecken':
      return wecke(marken, ablauf, ausgang);
    case 'benachrichtigen':
      return benachrichtige(akte, ausgang, jetzt());
    case 'mail':
      return sende(akte, ses, umgebung.MAIL_ABSENDER, umgebung.ADRESSE, ausgang);
    case 'suche':
      return indiziere(akte, ausgang);
    case 'papier':
      throw new Error('Papiere schreibt die Funktion Papiere; der Filter des Stroms ist falsch.');
  }
}

export const handler = (ereignis: DynamoDBStreamEvent) =>
  verarbeite(ereignis, (ausgang) => erledigeAusgang(akte, ausgang, tue, jetzt));
