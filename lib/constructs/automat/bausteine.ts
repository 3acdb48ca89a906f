import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { antwort, ausloeser, eingabeWeiter, marke } from './ausdruecke.ts';
import { beimAufruf, beimWarten } from './wiederholungen.ts';

/** The four functions the machine calls. */
export interface Ablauffunktionen {
  readonly lage: IFunction;
  readonly warten: IFunction;
  readonly frist: IFunction;
  readonly anhalten: IFunction;
}

/** Where the states are built, what they call, and where an error goes. */
export interface Bauplatz {
  readonly scope: Construct;
  readonly funktionen: Ablauffunktionen;
  readonly beiFehler: sfn.IChainable;
}

type Nutzlast = Readonly<Record<string, unknown>>;

/** A task that calls a function and goes on with its answer (in the variable `variable`, if named). */
export function rufe(
  platz: Bauplatz,
  zustand: string,
  funktion: IFunction,
  nutzlast: Nutzlast = {},
  variable?: string,
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(platz.scope, zustand, {
    lambdaFunction: funktion,
    payload: sfn.TaskInput.fromObject({ ...ausloeser, ...nutzlast }),
    // The functions give up after 10 s; this bounds the call when their answer is lost.
    taskTimeout: sfn.Timeout.duration(Duration.seconds(60)),
    retryOnServiceExceptions: false,
    outputs: eingabeWeiter,
    ...(variable && { assign: { [variable]: antwort } }),
  });
  for (const wiederholung of beimAufruf) task.addRetry(wiederholung);
  halteFehlerFest(task, platz.beiFehler);
  return task;
}

/** A task that waits for a signal until `timeout`; that it ran out is an outcome and goes to `beiFrist`. */
export function warte(
  platz: Bauplatz,
  zustand: string,
  nutzlast: Nutzlast & { readonly station: string; readonly wartenummer: string },
  timeout: sfn.Timeout,
  beiFrist: sfn.IChainable | 'sich selbst',
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(platz.scope, zustand, {
    lambdaFunction: platz.funktionen.warten,
    integrationPattern: sfn.IntegrationPattern.WAIT_FOR_TASK_TOKEN,
    payload: sfn.TaskInput.fromObject({ ...ausloeser, ...nutzlast, ...marke }),
    taskTimeout: timeout,
    retryOnServiceExceptions: false,
    outputs: eingabeWeiter,
  });
  for (const wiederholung of beimWarten) task.addRetry(wiederholung);
  task.addCatch(beiFrist === 'sich selbst' ? task : beiFrist, {
    errors: [sfn.Errors.TIMEOUT],
    outputs: eingabeWeiter,
  });
  halteFehlerFest(task, platz.beiFehler);
  return task;
}

/** Every other error: remembered in `$fehler` with the state's name, then to the one place that records it. */
function halteFehlerFest(task: LambdaInvoke, ziel: sfn.IChainable): void {
  task.addCatch(ziel, {
    errors: [sfn.Errors.ALL],
    outputs: eingabeWeiter,
    assign: {
      fehler: {
        zustand: task.stateId,
        fehler: '{% $states.errorOutput.Error %}',
        ursache: "{% $exists($states.errorOutput.Cause) ? $states.errorOutput.Cause : '' %}",
      },
    },
  });
}
