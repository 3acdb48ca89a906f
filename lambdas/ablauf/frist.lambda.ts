import { oeffneAkte } from '../aws/akte/akte.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { mahne } from './frist.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'KOERPERSCHAFT');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);

export const handler = (ereignis: unknown) => mahne(akte, ereignis, new Date().toISOString());
