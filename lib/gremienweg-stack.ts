import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { Freigabeweg } from '../domain/freigabeweg/freigabeweg.ts';
import { Akte } from './constructs/akte.ts';
import { Alarme } from './constructs/alarme.ts';
import { Anmeldung } from './constructs/anmeldung.ts';
import { Ablauf } from './constructs/automat/ablauf.ts';
import { Automat, automatVariablen } from './constructs/automat/automat.ts';
import { Dateien } from './constructs/dateien.ts';
import { Fehlschlaege } from './constructs/fehlschlaege.ts';
import { grundvariablen, urspruenge } from './constructs/funktionen.ts';
import { Oberflaeche } from './constructs/oberflaeche.ts';
import { Post } from './constructs/post.ts';
import { Pruefung } from './constructs/pruefung.ts';
import { Schluessel } from './constructs/schluessel.ts';
import { Schnittstelle } from './constructs/schnittstelle.ts';
import { Strom } from './constructs/strom.ts';
import { Zeitplaene } from './constructs/zeitplaene.ts';
import type { Einstellungen } from './einstellungen.ts';

export interface GremienwegStackProps extends StackProps {
  readonly einstellungen: Einstellungen;
  /** One state machine each. */
  readonly wege: readonly Freigabeweg[];
  /** Root of the repository, absolute: the functions' entry files are named from it. */
  readonly wurzel: string;
}

/** The whole of one town's Gremienweg. Reads like a table of contents; each line is a concern of its own. */
export class GremienwegStack extends Stack {
  constructor(scope: Construct, id: string, props: GremienwegStackProps) {
    super(scope, id, props);
    const { einstellungen, wege, wurzel } = props;

    // What lasts
    const schluessel = new Schluessel(this, 'Schluessel');
    const akte = new Akte(this, 'Akte', { key: schluessel.key });
    const dateien = new Dateien(this, 'Dateien', {
      key: schluessel.key,
      urspruenge: urspruenge(einstellungen),
    });
    const anmeldung = new Anmeldung(this, 'Anmeldung', { einstellungen });

    // The way out and the way in
    const post = new Post(this, 'Post', { absender: einstellungen.mailAbsender });
    const httpApi = new HttpApi(this, 'HttpApi', { apiName: this.stackName, createDefaultStage: false });
    const oberflaeche = new Oberflaeche(this, 'Oberflaeche', {
      einstellungen,
      httpApi,
      anmeldung,
      entwuerfe: dateien.entwuerfe,
    });
    const variablen = grundvariablen(einstellungen, akte, oberflaeche);
    const gemeinsam = { umgebung: { wurzel, variablen }, einstellungen, akte, dateien };

    // The route as a clock
    const ablauf = new Ablauf(this, 'Ablauf', gemeinsam);
    const automaten = wege.map((weg) => new Automat(this, `Automat${weg.art}`, { weg, ablauf }));
    const mitAutomat = { ...gemeinsam, automaten, automatVariablen: automatVariablen(automaten) };

    // What people and the clock set off, and what follows from it
    const fehlschlaege = new Fehlschlaege(this, 'Fehlschlaege').queue;
    const schnittstelle = new Schnittstelle(this, 'Schnittstelle', { ...mitAutomat, httpApi, anmeldung });
    const strom = new Strom(this, 'Strom', { ...mitAutomat, post, fehlschlaege });
    const pruefung = new Pruefung(this, 'Pruefung', { ...gemeinsam, schluessel, fehlschlaege });
    const zeitplaene = new Zeitplaene(this, 'Zeitplaene', { ...mitAutomat, fehlschlaege });

    new Alarme(this, 'Alarme', {
      alarmMail: einstellungen.alarmMail,
      namensraum: `Gremienweg/${einstellungen.koerperschaft.id}/${einstellungen.stufe}`,
      funktionen: {
        Schnittstelle: [schnittstelle.api],
        Ablauf: [ablauf.lage, ablauf.warten, ablauf.frist, ablauf.anhalten],
        Folgen: [strom.strom, strom.papiere, pruefung.pruefung, pruefung.befund],
        Zeitplan: [zeitplaene.abgleich, zeitplaene.sammelpost, zeitplaene.anker],
      },
      gibtAuf: [strom.strom, strom.papiere],
      haeltAn: ablauf.anhalten,
      fehlschlaege,
      automaten,
    });

    new CfnOutput(this, 'Adresse', { value: variablen.ADRESSE });
    new CfnOutput(this, 'Verteiladresse', {
      value: `https://${oberflaeche.verteilung.distributionDomainName}`,
    });
    new CfnOutput(this, 'BucketOberflaeche', { value: oberflaeche.bucket.bucketName });
    new CfnOutput(this, 'LoginClientId', { value: anmeldung.client.userPoolClientId });
    new CfnOutput(this, 'LoginIssuer', { value: anmeldung.issuer });
  }
}
