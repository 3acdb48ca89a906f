import { oeffneAkte } from '../aws/akte/akte.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { halteAn } from './anhalten.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'KOERPERSCHAFT');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);

export const handler = (ereignis: unknown) => halteAn(akte, ereignis, new Date().toISOString());
