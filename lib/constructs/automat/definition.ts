import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { baueAnhalten } from './anhalten.ts';
import { bedingung, text } from './ausdruecke.ts';
import { type Ablauffunktionen, type Bauplatz, rufe } from './bausteine.ts';
import { beratung } from './beratung.ts';
import { pruefeWeg, zustaende } from './namen.ts';
import { warteAufMenschen } from './station.ts';

/**
 * The states of one route. The machine holds no memory: it reads the record, goes to the place that is open
 * there, waits, and reads again. So an execution can be started anew at any time and finds its place.
 */
export function baueDefinition(
  scope: Construct,
  weg: Freigabeweg,
  funktionen: Ablauffunktionen,
): sfn.IChainable {
  const gremium = pruefeWeg(weg);
  const anhalten = baueAnhalten(scope, funktionen);
  const platz: Bauplatz = { scope, funktionen, beiFehler: anhalten.festhalten };

  const lageLesen = rufe(platz, zustaende.lageLesen, funktionen.lage, {}, 'lage');
  const weiche = sfn.Choice.jsonata(scope, zustaende.weiche);
  lageLesen.next(weiche);
  anhalten.erneut(lageLesen);

  const nachWeg = (ausdruck: string, ziel: sfn.IChainable) =>
    weiche.when(sfn.Condition.jsonata(bedingung(ausdruck)), ziel);
  const zurueck = { nachSignal: lageLesen, nachFrist: lageLesen };

  for (const { name } of weg.stationen) {
    const station = warteAufMenschen(platz, name, name, zurueck);
    nachWeg(`$lage.weg = 'station' and $lage.station = ${text(name)}`, station);
  }
  const ueberarbeitung = zustaende.ueberarbeitung;
  nachWeg("$lage.weg = 'ueberarbeitung'", warteAufMenschen(platz, ueberarbeitung, ueberarbeitung, zurueck));
  nachWeg("$lage.weg = 'beratung'", beratung(platz, gremium, { lageLesen, weiche }));

  nachWeg("$lage.weg = 'ende'", sfn.Succeed.jsonata(scope, zustaende.abgeschlossen));
  nachWeg("$lage.weg = 'zurueckgezogen'", sfn.Succeed.jsonata(scope, zustaende.zurueckgezogen));
  nachWeg("$lage.weg = 'abgeloest'", sfn.Succeed.jsonata(scope, zustaende.abgeloest));
  weiche.otherwise(anhalten.unbekannteLage);
  return lageLesen;
}
