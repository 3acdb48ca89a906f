import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';
import type { Automat } from './automat/automat.ts';
import type { Dateien } from './dateien.ts';
import { baueFunktion, type Umgebung } from './funktion.ts';
import type { Post } from './post.ts';

export interface StromProps {
  readonly umgebung: Umgebung;
  readonly einstellungen: Einstellungen;
  readonly akte: Akte;
  readonly dateien: Dateien;
  readonly post: Post;
  readonly automaten: readonly Automat[];
  readonly automatVariablen: Readonly<Record<string, string>>;
  readonly fehlschlaege: IQueue;
}

/** What follows from a change: outgoing work in the record wakes the machine, mails, indexes and writes papers. */
export class Strom extends Construct {
  readonly strom: NodejsFunction;
  readonly papiere: NodejsFunction;

  constructor(scope: Construct, id: string, props: StromProps) {
    super(scope, id);
    this.strom = this.#baueStrom(props);
    this.papiere = this.#bauePapiere(props);
  }

  #baueStrom(props: StromProps): NodejsFunction {
    const { akte } = props;
    const strom = baueFunktion(this, 'Strom', {
      entry: 'lambdas/strom/strom.lambda.ts',
      beschreibung: 'Startet und weckt den Ablauf, benachrichtigt, versendet und pflegt den Suchindex',
      umgebung: props.umgebung,
      sekunden: 60,
      variablen: {
        ...props.automatVariablen,
        TABELLE_WARTEMARKEN: akte.wartemarken.tableName,
        MAIL_ABSENDER: props.einstellungen.mailAbsender,
      },
    });
    akte.erlaubeLesenUndSchreiben(strom);
    akte.erlaubeWartemarken(strom, ['dynamodb:GetItem', 'dynamodb:DeleteItem']);
    for (const automat of props.automaten) {
      automat.erlaubeStarten(strom);
      automat.erlaubeWecken(strom);
    }
    props.post.erlaubeSenden(strom);
    strom.addEventSource(ausgaenge(props, ['start', 'wecken', 'benachrichtigen', 'mail', 'suche']));
    return strom;
  }

  /** Apart from the others: a paper takes seconds, and a wake-up must not wait behind it. */
  #bauePapiere(props: StromProps): NodejsFunction {
    const papiere = baueFunktion(this, 'Papiere', {
      entry: 'lambdas/papiere/papiere.lambda.ts',
      beschreibung: 'Schreibt Papiere aus dem Dokumentmodell',
      umgebung: props.umgebung,
      speicherMb: 2048,
      sekunden: 120,
      variablen: {
        BUCKET_ENTWUERFE: props.dateien.entwuerfe.bucketName,
        BUCKET_PAPIERE: props.dateien.papiere.bucketName,
        AUFBEWAHRUNG_TAGE: String(props.einstellungen.aufbewahrungTage),
      },
    });
    props.akte.erlaubeLesenUndSchreiben(papiere);
    props.dateien.erlaubeEntwuerfe(papiere, ['s3:GetObject', 's3:GetObjectVersion']);
    props.dateien.erlaubePapiere(papiere, ['s3:GetObject', 's3:GetObjectVersion']);
    // Not below anker/: whoever writes papers must not write what proves them.
    props.dateien.erlaubePapiere(papiere, ['s3:PutObject', 's3:PutObjectRetention'], 'papiere/');
    papiere.addEventSource(ausgaenge(props, ['papier']));
    return papiere;
  }
}

/**
 * New or reset outgoing work of these purposes. Each record that fails is tried again on its own; after ten
 * tries its place in the stream goes to the queue, and reconciliation takes the work up from the record.
 */
function ausgaenge({ akte, fehlschlaege }: StromProps, zwecke: readonly string[]): DynamoEventSource {
  return new DynamoEventSource(akte.tabelle, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 25,
    retryAttempts: 10,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    onFailure: new SqsDlq(fehlschlaege),
    filters: [
      FilterCriteria.filter({
        dynamodb: {
          NewImage: {
            kind: { S: FilterRule.isEqual('ausgang') },
            status: { S: FilterRule.isEqual('offen') },
            zweck: { S: [...zwecke] },
          },
        },
      }),
    ],
  });
}
