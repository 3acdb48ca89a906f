import { DescribeExecutionCommand, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import { ausfuehrungArn } from '../aws/ablauf.ts';
import { oeffneAkte } from '../aws/akte/akte.ts';
import { oeffneEimer } from '../aws/dateien.ts';
import { liesUmgebung } from '../aws/umgebungsvariablen.ts';
import { ankere } from './anker.ts';
import { erneuereRunden } from './runden.ts';

const umgebung = liesUmgebung(
  'TABELLE_AKTE',
  'KOERPERSCHAFT',
  'BUCKET_PAPIERE',
  'AUFBEWAHRUNG_TAGE',
  'AUTOMAT_ARN',
);
const akte = oeffneAkte(umgebung.TABELLE_AKTE, umgebung.KOERPERSCHAFT);
const papiere = oeffneEimer(umgebung.BUCKET_PAPIERE);
const automat = new SFNClient({});

async function laeuft(vorlage: string, runde: number): Promise<boolean> {
  const executionArn = ausfuehrungArn(umgebung.AUTOMAT_ARN, vorlage, runde);
  try {
    return (await automat.send(new DescribeExecutionCommand({ executionArn }))).status === 'RUNNING';
  } catch (fehler) {
    if (fehler instanceof ExecutionDoesNotExist) return false;
    throw fehler;
  }
}

/** Every night: the anchor of the chains, and the sweep of the executions. */
export const handler = async () => {
  const jetzt = new Date();
  const anker = await ankere(akte, papiere, umgebung.AUFBEWAHRUNG_TAGE, jetzt);
  return { ...anker, ...(await erneuereRunden(akte, laeuft, jetzt)) };
};
