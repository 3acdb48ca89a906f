import { oeffneAkte } from '../aws/akte/akte.ts';
import { oeffneEimer } from '../aws/dateien.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { ankere } from './anker.ts';

const umgebung = liesUmgebung('TABELLE_AKTE', 'KOERPERSCHAFT', 'BUCKET_PAPIERE', 'AUFBEWAHRUNG_TAGE');
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const papiere = oeffneEimer(umgebung.BUCKET_PAPIERE);

export const handler = () => ankere(akte, papiere, umgebung.AUFBEWAHRUNG_TAGE, new Date());
