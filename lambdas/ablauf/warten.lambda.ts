import { SFNClient } from '@aws-sdk/client-sfn';
import { oeffneAkte } from '../aws/akte/akte.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { oeffneWartemarken } from '../aws/wartemarken.ts';
import { warte } from './warten.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'TABELLE_WARTEMARKEN', 'KOERPERSCHAFT');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const marken = oeffneWartemarken(akte.client, umgebung.TABELLE_WARTEMARKEN, umgebung.KOERPERSCHAFT);
const ablauf = new SFNClient({});

export const handler = (ereignis: unknown) => warte(akte, marken, ablauf, ereignis, new Date().toISOString());
