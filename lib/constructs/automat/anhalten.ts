import { Duration } from 'aws-cdk-lib';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { bedingung, eingabeWeiter } from './ausdruecke.ts';
import { type Ablauffunktionen, type Bauplatz, rufe, warte } from './bausteine.ts';
import { zustaende } from './namen.ts';

/** The end of every error: recorded, shown to the operator, and waiting for `erneut` or `abbrechen`. */
export interface Anhalten {
  /** Takes `$fehler` {zustand, fehler, ursache}. */
  readonly festhalten: sfn.IChainable;
  /** Takes a `$lage` that no state answers to. */
  readonly unbekannteLage: sfn.IChainable;
  /** Where `erneut` leads. */
  erneut(ziel: sfn.IChainable): void;
}

export function baueAnhalten(scope: Construct, funktionen: Ablauffunktionen): Anhalten {
  // The record itself may be out of reach. An hour between tries keeps three weeks of them within the
  // 25,000 events of one execution.
  const pause = sfn.Wait.jsonata(scope, zustaende.pause, {
    time: sfn.WaitTime.duration(Duration.hours(1)),
    outputs: eingabeWeiter,
  });
  const platz: Bauplatz = { scope, funktionen, beiFehler: pause };

  const festhalten = rufe(
    platz,
    zustaende.fehlerFesthalten,
    funktionen.anhalten,
    {
      zustand: '{% $fehler.zustand %}',
      fehler: '{% $fehler.fehler %}',
      ursache: '{% $fehler.ursache %}',
    },
    'angehalten',
  );
  pause.next(festhalten);

  const angehalten = warte(
    platz,
    zustaende.angehalten,
    { station: zustaende.angehalten, wartenummer: '{% $angehalten.wartenummer %}' },
    sfn.Timeout.duration(Duration.days(100)),
    'sich selbst',
  );
  festhalten.next(angehalten);

  const lesen = rufe(platz, zustaende.entscheidLesen, funktionen.lage, { entscheid: true }, 'lage');
  angehalten.next(lesen);
  const entscheid = sfn.Choice.jsonata(scope, zustaende.entscheid);
  lesen.next(entscheid);

  const abgebrochen = sfn.Fail.jsonata(scope, zustaende.abgebrochen, {
    error: 'Abgebrochen',
    cause: 'Die Systembetreuung hat den angehaltenen Ablauf abgebrochen.',
  });
  const unbekannteLage = sfn.Pass.jsonata(scope, zustaende.unbekannteLage, {
    outputs: eingabeWeiter,
    assign: {
      fehler: {
        zustand: zustaende.unbekannteLage,
        fehler: 'UnbekannteLage',
        ursache: '{% $string($lage) %}',
      },
    },
  });
  unbekannteLage.next(festhalten);
  entscheid.when(sfn.Condition.jsonata(bedingung("$lage.weg = 'abbrechen'")), abgebrochen);
  entscheid.otherwise(unbekannteLage);

  return {
    festhalten,
    unbekannteLage,
    erneut: (ziel) => entscheid.when(sfn.Condition.jsonata(bedingung("$lage.weg = 'erneut'")), ziel),
  };
}
