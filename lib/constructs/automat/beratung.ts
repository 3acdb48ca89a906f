import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Gremiumsstation } from '../../../domain/freigabeweg/freigabeweg.ts';
import { bedingung, eingabeWeiter, text } from './ausdruecke.ts';
import { type Bauplatz, rufe } from './bausteine.ts';
import { folgen, namen } from './namen.ts';
import { warteAufMenschen } from './station.ts';

/**
 * One Beratung of the Vorlage's Gremienweg: waits for the released outcome and shows in the graph what came
 * of it. Which Beratung is next stands in the record, so the way back leads through the Weiche.
 */
export function beratung(
  platz: Bauplatz,
  station: Gremiumsstation,
  ziele: { readonly lageLesen: sfn.IChainable; readonly weiche: sfn.IChainable },
): LambdaInvoke {
  const folge = sfn.Choice.jsonata(platz.scope, namen.folge(station));
  for (const [wert, zustand] of Object.entries(folgen)) {
    const halt = sfn.Pass.jsonata(platz.scope, zustand, { outputs: eingabeWeiter });
    halt.next(ziele.weiche);
    folge.when(sfn.Condition.jsonata(bedingung(`$lage.folge = ${text(wert)}`)), halt);
  }
  folge.otherwise(ziele.weiche);

  const ergebnis = rufe(platz, namen.ergebnisLesen(station), platz.funktionen.lage, {}, 'lage');
  ergebnis.next(folge);
  return warteAufMenschen(platz, namen.beratung(station), station.name, {
    nachSignal: ergebnis,
    nachFrist: ziele.lageLesen,
  });
}
