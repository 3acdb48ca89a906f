import * as iam from 'aws-cdk-lib/aws-iam';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';
import type { Automat } from './automat/automat.ts';
import type { Dateien } from './dateien.ts';
import { baueFunktion, type Umgebung } from './funktion.ts';
import { behalteName } from './namen.ts';

export interface ZeitplaeneProps {
  readonly umgebung: Umgebung;
  readonly einstellungen: Einstellungen;
  readonly akte: Akte;
  readonly dateien: Dateien;
  readonly automaten: readonly Automat[];
  readonly automatVariablen: Readonly<Record<string, string>>;
  readonly fehlschlaege: IQueue;
}

/** What happens by the clock: reconciliation, the digest mail of the morning, the anchor of the night. */
export class Zeitplaene extends Construct {
  readonly abgleich: NodejsFunction;
  readonly sammelpost: NodejsFunction;
  readonly anker: NodejsFunction;

  constructor(scope: Construct, id: string, props: ZeitplaeneProps) {
    super(scope, id);
    this.abgleich = this.#baueAbgleich(props);
    this.sammelpost = this.#baueSammelpost(props);
    this.anker = this.#baueAnker(props);

    const rolle = this.#baueRolle(props.fehlschlaege);
    const plane = (name: string, funktion: NodejsFunction, zeit: string) =>
      new CfnSchedule(this, `${name}Zeit`, {
        scheduleExpression: zeit,
        scheduleExpressionTimezone: 'Europe/Berlin',
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: funktion.functionArn,
          roleArn: rolle.roleArn,
          deadLetterConfig: { arn: props.fehlschlaege.queueArn },
          retryPolicy: { maximumRetryAttempts: 5, maximumEventAgeInSeconds: 3600 },
        },
      });
    plane('Abgleich', this.abgleich, 'rate(5 minutes)');
    plane('Sammelpost', this.sammelpost, 'cron(30 7 * * ? *)');
    // Not between 2 and 3 o'clock, an hour that is missing or comes twice when the clocks change.
    plane('Anker', this.anker, 'cron(15 1 * * ? *)');
  }

  #baueAbgleich({ umgebung, einstellungen, akte }: ZeitplaeneProps): NodejsFunction {
    const abgleich = baueFunktion(this, 'Abgleich', {
      entry: 'lambdas/abgleich/abgleich.lambda.ts',
      beschreibung: 'Nimmt liegen gebliebene Arbeit wieder auf',
      umgebung,
      sekunden: 120,
      variablen: { MALWARE_PRUEFUNG: einstellungen.malwarePruefung },
    });
    akte.erlaubeLesenUndSchreiben(abgleich);
    return abgleich;
  }

  #baueSammelpost({ umgebung, akte }: ZeitplaeneProps): NodejsFunction {
    const sammelpost = baueFunktion(this, 'Sammelpost', {
      entry: 'lambdas/taeglich/sammelpost.lambda.ts',
      beschreibung: 'Fasst die Nachrichten des Tages zusammen',
      umgebung,
      sekunden: 120,
    });
    akte.erlaubeLesenUndSchreiben(sammelpost);
    return sammelpost;
  }

  #baueAnker(props: ZeitplaeneProps): NodejsFunction {
    const anker = baueFunktion(this, 'Anker', {
      entry: 'lambdas/taeglich/anker.lambda.ts',
      beschreibung: 'Schreibt die Köpfe aller Ketten in eine gesperrte Datei',
      umgebung: props.umgebung,
      sekunden: 300,
      variablen: {
        ...props.automatVariablen,
        BUCKET_PAPIERE: props.dateien.papiere.bucketName,
        AUFBEWAHRUNG_TAGE: String(props.einstellungen.aufbewahrungTage),
      },
    });
    props.akte.erlaubeLesenUndSchreiben(anker);
    // Reading, because a second run of the day must recognise the anchor of the first.
    props.dateien.erlaubePapiere(anker, ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention'], 'anker/');
    for (const automat of props.automaten) automat.erlaubeNachsehen(anker, ['states:DescribeExecution']);
    return anker;
  }

  #baueRolle(fehlschlaege: IQueue): iam.Role {
    const rolle = new iam.Role(this, 'Rolle', {
      assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com'),
      description: 'Gremienweg: Zeitpläne rufen ihre Funktionen auf',
    });
    behalteName(rolle, 'RolleZeitplaene');
    iam.Grant.addToPrincipal({
      grantee: rolle,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [this.abgleich, this.sammelpost, this.anker].map((funktion) => funktion.functionArn),
    });
    iam.Grant.addToPrincipal({
      grantee: rolle,
      actions: ['sqs:SendMessage'],
      resourceArns: [fehlschlaege.queueArn],
    });
    return rolle;
  }
}
