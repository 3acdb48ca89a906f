import { oeffneAkte } from '../aws/akte/akte.ts';
import { oeffneEimer } from '../aws/dateien.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { pruefeUpload } from './pruefung.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'KOERPERSCHAFT', 'BUCKET_ENTWUERFE');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const eimer = oeffneEimer(umgebung.BUCKET_ENTWUERFE);

export const handler = (ereignis: unknown) => pruefeUpload(akte, eimer, ereignis);
