import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Einstellungen } from '../einstellungen.ts';
import type { Akte } from './akte.ts';
import type { Anmeldung } from './anmeldung.ts';
import type { Automat } from './automat/automat.ts';
import { type Dateien, uploads } from './dateien.ts';
import { baueFunktion, type Umgebung } from './funktion.ts';

export interface SchnittstelleProps {
  readonly umgebung: Umgebung;
  readonly einstellungen: Einstellungen;
  readonly httpApi: apigw.HttpApi;
  readonly anmeldung: Anmeldung;
  readonly akte: Akte;
  readonly dateien: Dateien;
  readonly automaten: readonly Automat[];
  readonly automatVariablen: Readonly<Record<string, string>>;
}

/** What a browser must read before it can log in, and the calendar, which programs fetch that never do. */
const ohneAnmeldung = ['/api/openapi.json', '/api/einstellungen', '/api/gremien/{gremium}/kalender.ics'];

/** The one way in: the HTTP API, its login check, and the function behind it. */
export class Schnittstelle extends Construct {
  readonly api: NodejsFunction;

  constructor(scope: Construct, id: string, props: SchnittstelleProps) {
    super(scope, id);
    this.api = this.#baueApi(props);
    this.#baueWege(props);
    this.#baueStufe(props.httpApi);
  }

  #baueApi(props: SchnittstelleProps): NodejsFunction {
    const { akte, dateien, anmeldung } = props;
    const api = baueFunktion(this, 'Api', {
      entry: 'lambdas/api/api.lambda.ts',
      beschreibung: 'Beantwortet Fragen und nimmt Befehle an',
      umgebung: props.umgebung,
      speicherMb: 1024,
      // API Gateway gives up after 30 s.
      sekunden: 28,
      variablen: {
        ...props.automatVariablen,
        BUCKET_ENTWUERFE: dateien.entwuerfe.bucketName,
        BUCKET_PAPIERE: dateien.papiere.bucketName,
        DEMO: props.einstellungen.demo,
        MALWARE_PRUEFUNG: props.einstellungen.malwarePruefung,
        LOGIN_ADRESSE: anmeldung.adresse,
        LOGIN_CLIENT_ID: anmeldung.client.userPoolClientId,
        LOGIN_ISSUER: anmeldung.issuer,
      },
    });
    akte.erlaubeLesenUndSchreiben(api);
    dateien.erlaubeEntwuerfe(api, ['s3:GetObject', 's3:GetObjectVersion']);
    // What a presigned POST may do, its signer must be allowed to.
    dateien.erlaubeEntwuerfe(api, ['s3:PutObject'], uploads);
    dateien.erlaubePapiere(api, ['s3:GetObject', 's3:GetObjectVersion']);
    for (const automat of props.automaten) {
      automat.erlaubeNachsehen(api, ['states:DescribeExecution', 'states:GetExecutionHistory']);
    }
    return api;
  }

  #baueWege({ httpApi, anmeldung }: SchnittstelleProps): void {
    const integration = new HttpLambdaIntegration('ApiAufruf', this.api);
    for (const path of ohneAnmeldung) {
      httpApi.addRoutes({ path, methods: [apigw.HttpMethod.GET], integration });
    }
    httpApi.addRoutes({
      path: '/api/{proxy+}',
      methods: [apigw.HttpMethod.ANY],
      integration,
      authorizer: new HttpJwtAuthorizer('Anmeldung', anmeldung.issuer, {
        jwtAudience: [anmeldung.client.userPoolClientId],
      }),
    });
  }

  #baueStufe(httpApi: apigw.HttpApi): void {
    const protokoll = new logs.LogGroup(this, 'Zugriffe', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new apigw.HttpStage(this, 'Stufe', {
      httpApi,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new apigw.LogGroupLogDestination(protokoll),
        // Neither address nor path nor person: what is needed to find a fault, and no more.
        format: AccessLogFormat.custom(
          JSON.stringify({
            anfrage: '$context.requestId',
            weg: '$context.routeKey',
            status: '$context.status',
            dauer: '$context.responseLatency',
            fehler: '$context.integrationErrorMessage',
          }),
        ),
      },
    });
  }
}
