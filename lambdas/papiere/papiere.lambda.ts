import { oeffneAkte } from '../aws/akte/akte.ts';
import { erledigeAusgang } from '../aws/akte/ausgangsarbeit.ts';
import { oeffneEimer } from '../aws/dateien.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { verarbeite } from '../strom/strom.ts';
import type { DynamoDBStreamEvent } from '../strom/stromereignis.ts';
import { schreibePapier } from './schreibePapier.ts';

const umgebung = liesUmgebung(
  'TABELLE_AKTE',
  'KOERPERSCHAFT',
  'BUCKET_ENTWUERFE',
  'BUCKET_PAPIERE',
  'AUFBEWAHRUNG_TAGE',
);
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const entwuerfe = oeffneEimer(umgebung.BUCKET_ENTWUERFE);
const papiere = oeffneEimer(umgebung.BUCKET_PAPIERE);

export const handler = (ereignis: DynamoDBStreamEvent) =>
  verarbeite(ereignis, (gemeldet) =>
    erledigeAusgang(
      akte,
      gemeldet,
      (ausgang) => schreibePapier(akte, entwuerfe, papiere, umgebung.AUFBEWAHRUNG_TAGE, ausgang),
      () => new Date().toISOString(),
    ),
  );
