import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { Construct } from 'constructs';
import type { Akte } from '../akte.ts';
import { baueFunktion, type Umgebung } from '../funktion.ts';
import type { Ablauffunktionen } from './bausteine.ts';

export interface AblaufProps {
  readonly umgebung: Umgebung;
  readonly akte: Akte;
}

/** The functions behind the machine's tasks. */
export class Ablauf extends Construct implements Ablauffunktionen {
  readonly lage: NodejsFunction;
  readonly warten: NodejsFunction;
  readonly frist: NodejsFunction;
  readonly anhalten: NodejsFunction;

  constructor(scope: Construct, id: string, { umgebung, akte }: AblaufProps) {
    super(scope, id);
    this.lage = baueFunktion(this, 'Lage', {
      entry: 'lambdas/ablauf/lage.lambda.ts',
      beschreibung: 'Liest aus der Akte, wo die Vorlage steht',
      umgebung,
    });
    akte.erlaubeLesen(this.lage);

    this.warten = baueFunktion(this, 'Warten', {
      entry: 'lambdas/ablauf/warten.lambda.ts',
      beschreibung: 'Merkt sich die Wartemarke einer Station',
      umgebung,
      variablen: { TABELLE_WARTEMARKEN: akte.wartemarken.tableName },
    });
    akte.erlaubeLesen(this.warten);
    akte.erlaubeWartemarken(this.warten, ['dynamodb:PutItem', 'dynamodb:DeleteItem']);

    this.frist = baueFunktion(this, 'Frist', {
      entry: 'lambdas/ablauf/frist.lambda.ts',
      beschreibung: 'Erinnert und eskaliert, wenn eine Frist abgelaufen ist',
      umgebung,
    });
    akte.erlaubeLesenUndSchreiben(this.frist);

    this.anhalten = baueFunktion(this, 'Anhalten', {
      entry: 'lambdas/ablauf/anhalten.lambda.ts',
      beschreibung: 'Hält einen Fehler des Ablaufs für die Systembetreuung fest',
      umgebung,
    });
    akte.erlaubeLesenUndSchreiben(this.anhalten);
  }
}
