import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Function as Funktion } from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Automat } from './automat/automat.ts';

export interface AlarmeProps {
  readonly alarmMail: string | undefined;
  readonly namensraum: string;
  /** Functions by what breaks when they fail. */
  readonly funktionen: Readonly<
    Record<'Schnittstelle' | 'Ablauf' | 'Folgen' | 'Zeitplan', readonly Funktion[]>
  >;
  /** Functions that give outgoing work up and then log `ausgang_gescheitert`. */
  readonly gibtAuf: readonly Funktion[];
  /** The function that halts an execution and then logs `ablauf_angehalten`. */
  readonly haeltAn: Funktion;
  readonly fehlschlaege: IQueue;
  readonly automaten: readonly Automat[];
}

/** Few alarms, each of which asks somebody to do something; `docs/betrieb.md` says what, under its name. */
export class Alarme extends Construct {
  readonly #ziel: SnsAction | undefined;

  constructor(scope: Construct, id: string, props: AlarmeProps) {
    super(scope, id);
    this.#ziel = this.#baueZiel(props.alarmMail);

    for (const [gruppe, funktionen] of Object.entries(props.funktionen)) {
      this.#melde(
        `Funktionsfehler${gruppe}`,
        summe(funktionen, (f) => f.metricErrors(zeitraum)),
      );
    }
    this.#melde('Fehlschlaege', props.fehlschlaege.metricApproximateNumberOfMessagesVisible(zeitraum));
    const { namensraum, gibtAuf, haeltAn } = props;
    this.#melde('Gescheitert', this.#zaehle('Gescheitert', 'ausgang_gescheitert', gibtAuf, namensraum));
    // Hono answers 500 itself, so that Lambda counts no error.
    this.#melde(
      'Apifehler',
      this.#zaehle('Apifehler', 'api_fehler', props.funktionen.Schnittstelle, namensraum),
    );
    this.#melde('Angehalten', this.#zaehle('Angehalten', 'ablauf_angehalten', [haeltAn], namensraum));
    this.#melde(
      'AblaufGescheitert',
      summe(props.automaten, (a) => a.maschine.metricFailed(zeitraum)),
    );
    this.#melde(
      'AblaufZeitGrenze',
      summe(props.automaten, (a) => a.maschine.metricTimedOut(zeitraum)),
    );
  }

  #baueZiel(mail: string | undefined): SnsAction | undefined {
    if (mail === undefined) return undefined;
    const thema = new sns.Topic(this, 'Thema', { enforceSSL: true });
    thema.addSubscription(new EmailSubscription(mail));
    return new SnsAction(thema);
  }

  /** Counts a word in the functions' logs, wherever in a line of JSON it stands. */
  #zaehle(metricName: string, wort: string, funktionen: readonly Funktion[], namensraum: string) {
    for (const funktion of funktionen) {
      new logs.MetricFilter(this, `${metricName}${funktion.node.id}`, {
        logGroup: funktion.logGroup,
        metricNamespace: namensraum,
        metricName,
        metricValue: '1',
        filterPattern: logs.FilterPattern.literal(`%${wort}%`),
      });
    }
    return new cloudwatch.Metric({ namespace: namensraum, metricName, ...zeitraum });
  }

  /** From the first occurrence in five minutes; no data means that nothing happened. */
  #melde(name: string, metric: cloudwatch.IMetric): void {
    const alarm = new cloudwatch.Alarm(this, name, {
      alarmDescription: `Gremienweg: ${name}. Was zu tun ist: docs/betrieb.md, Abschnitt „${name}“`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    if (this.#ziel) alarm.addAlarmAction(this.#ziel);
  }
}

const zeitraum = { period: Duration.minutes(5), statistic: 'Sum' } as const;

/** One number for several sources, so that twelve functions do not make twelve alarms. */
function summe<T>(quellen: readonly T[], metrik: (quelle: T) => cloudwatch.Metric): cloudwatch.IMetric {
  const usingMetrics = Object.fromEntries(quellen.map((quelle, i) => [`m${i}`, metrik(quelle)]));
  return new cloudwatch.MathExpression({
    expression: `SUM([${Object.keys(usingMetrics).join(', ')}])`,
    usingMetrics,
    period: zeitraum.period,
    label: 'Summe',
  });
}
