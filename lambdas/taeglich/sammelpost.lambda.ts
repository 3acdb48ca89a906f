import { oeffneAkte } from '../aws/akte/akte.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { sendeSammelpost } from './sammelpost.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'KOERPERSCHAFT');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);

export const handler = () => sendeSammelpost(akte, new Date().toISOString());
