import { Duration } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';
import { type Dateien, uploads } from './dateien.ts';
import { baueFunktion, type Umgebung } from './funktion.ts';
import { Malwarepruefung } from './malwarepruefung.ts';
import type { Schluessel } from './schluessel.ts';

export interface PruefungProps {
  readonly umgebung: Umgebung;
  readonly einstellungen: Einstellungen;
  readonly akte: Akte;
  readonly dateien: Dateien;
  readonly schluessel: Schluessel;
  readonly fehlschlaege: IQueue;
}

/** Every upload is read by us and scanned by GuardDuty; the record holds both verdicts. */
export class Pruefung extends Construct {
  readonly pruefung: NodejsFunction;
  readonly befund: NodejsFunction;

  constructor(scope: Construct, id: string, props: PruefungProps) {
    super(scope, id);
    this.pruefung = this.#bauePruefung(props);
    this.befund = this.#baueBefund(props);
    if (props.einstellungen.malwarePruefung === 'an') {
      new Malwarepruefung(this, 'Malware', {
        bucket: props.dateien.entwuerfe,
        key: props.schluessel.key,
        praefix: uploads,
      });
    }
  }

  #bauePruefung({ umgebung, einstellungen, akte, dateien, fehlschlaege }: PruefungProps): NodejsFunction {
    const pruefung = baueFunktion(this, 'Pruefung', {
      entry: 'lambdas/pruefung/pruefung.lambda.ts',
      beschreibung: 'Liest einen hochgeladenen Entwurf und macht das Dokumentmodell daraus',
      umgebung,
      speicherMb: 1024,
      sekunden: 60,
      variablen: {
        BUCKET_ENTWUERFE: dateien.entwuerfe.bucketName,
        MALWARE_PRUEFUNG: einstellungen.malwarePruefung,
      },
    });
    akte.erlaubeLesenUndSchreiben(pruefung);
    dateien.erlaubeEntwuerfe(pruefung, ['s3:GetObject', 's3:GetObjectVersion']);
    dateien.erlaubeEntwuerfe(pruefung, ['s3:PutObject'], 'modell/');
    new events.Rule(this, 'Hochgeladen', {
      description: 'Gremienweg: ein Entwurf wurde hochgeladen',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: {
          bucket: { name: [dateien.entwuerfe.bucketName] },
          object: { key: [{ prefix: uploads }] },
        },
      },
      targets: [ziel(pruefung, fehlschlaege)],
    });
    return pruefung;
  }

  #baueBefund({ umgebung, akte, dateien, fehlschlaege }: PruefungProps): NodejsFunction {
    const befund = baueFunktion(this, 'Befund', {
      entry: 'lambdas/pruefung/befund.lambda.ts',
      beschreibung: 'Trägt das Ergebnis der Malwareprüfung in die Akte ein',
      umgebung,
    });
    akte.erlaubeLesenUndSchreiben(befund);
    new events.Rule(this, 'Geprueft', {
      description: 'Gremienweg: GuardDuty hat einen Entwurf geprüft',
      eventPattern: {
        source: ['aws.guardduty'],
        detailType: ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [dateien.entwuerfe.bucketName] } },
      },
      targets: [ziel(befund, fehlschlaege)],
    });
    return befund;
  }
}

/** Tried again for a day; then the event waits in the queue, and the timeout of the upload tells the clerk. */
function ziel(funktion: NodejsFunction, fehlschlaege: IQueue): targets.LambdaFunction {
  return new targets.LambdaFunction(funktion, {
    deadLetterQueue: fehlschlaege,
    retryAttempts: 185,
    maxEventAge: Duration.hours(24),
  });
}
