import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { type Bauplatz, rufe, warte } from './bausteine.ts';
import { namen } from './namen.ts';

/**
 * Waits for people: a task that holds the token, and one that says what happens when the Frist has passed
 * (remind, escalate) and then reads the record again, which closes the race between timer and decision.
 *
 * `station` is the name in the record (domain/vorlage/halt.ts); `zustand` the name in the graph.
 */
export function warteAufMenschen(
  platz: Bauplatz,
  zustand: string,
  station: string,
  ziele: { readonly nachSignal: sfn.IChainable; readonly nachFrist: sfn.IChainable },
): LambdaInvoke {
  const ort = { station, wartenummer: '{% $lage.wartenummer %}' };
  const frist = rufe(platz, namen.frist(zustand), platz.funktionen.frist, ort);
  frist.next(ziele.nachFrist);
  const task = warte(platz, zustand, ort, sfn.Timeout.jsonata('{% $lage.fristSekunden %}'), frist);
  task.next(ziele.nachSignal);
  return task;
}
