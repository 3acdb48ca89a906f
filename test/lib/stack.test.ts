import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { alsText, anweisungen, liste, ressource, vomTyp, vorlageMit } from './vorlage.ts';

const vorlage = vorlageMit();
const wurzel = fileURLToPath(new URL('../..', import.meta.url));
const rechte = anweisungen(vorlage);

function eigenschaften(id: string) {
  return ressource(vorlage, id).Properties;
}

describe('what lasts', () => {
  // A changed id here means that CloudFormation makes a new, empty resource at the next deployment.
  it.each([
    ['Akte', 'AWS::DynamoDB::Table'],
    ['Wartemarken', 'AWS::DynamoDB::Table'],
    ['Entwuerfe', 'AWS::S3::Bucket'],
    ['Papiere', 'AWS::S3::Bucket'],
    ['Oberflaeche', 'AWS::S3::Bucket'],
    ['Schluessel', 'AWS::KMS::Key'],
    ['Anmeldung', 'AWS::Cognito::UserPool'],
  ])('%s keeps its logical id and outlives the stack', (id, typ) => {
    expect(ressource(vorlage, id)).toMatchObject({
      Type: typ,
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  it('has no further table, bucket, key or user pool', () => {
    const dauerhaft = [
      'DynamoDB::Table',
      'DynamoDB::GlobalTable',
      'S3::Bucket',
      'KMS::Key',
      'Cognito::UserPool',
    ];
    expect(dauerhaft.flatMap((typ) => vomTyp(vorlage, `AWS::${typ}`)).map(([id]) => id)).toHaveLength(7);
  });

  it('leaves names to CloudFormation, so that it can replace', () => {
    for (const { Properties } of Object.values(vorlage.Resources)) {
      for (const name of ['TableName', 'BucketName', 'FunctionName', 'StateMachineName', 'RoleName']) {
        if (name in Properties) expect(Properties[name]).not.toBeTypeOf('string');
      }
    }
  });

  it.each(['Akte', 'Wartemarken'])('table %s: on demand, restorable, protected, under our key', (id) => {
    expect(eigenschaften(id)).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: {
        SSEEnabled: true,
        SSEType: 'KMS',
        KMSMasterKeyId: { 'Fn::GetAtt': ['Schluessel', 'Arn'] },
      },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    });
  });

  it('the record has its stream and all its indexes from the start', () => {
    const { GlobalSecondaryIndexes, StreamSpecification } = eigenschaften('Akte');
    expect(StreamSpecification).toEqual({ StreamViewType: 'NEW_IMAGE' });
    expect(GlobalSecondaryIndexes).toEqual(
      ['gsi1', 'gsi2', 'gsi3'].map((name) => ({
        IndexName: name,
        KeySchema: [
          { AttributeName: `${name}pk`, KeyType: 'HASH' },
          { AttributeName: `${name}sk`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
    );
  });

  it('the tokens have no stream', () => {
    expect(eigenschaften('Wartemarken')).not.toHaveProperty('StreamSpecification');
  });

  it.each(['Entwuerfe', 'Papiere'])('bucket %s: versioned, private, under our key', (id) => {
    expect(eigenschaften(id)).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: 'aws:kms',
              KMSMasterKeyID: { 'Fn::GetAtt': ['Schluessel', 'Arn'] },
            },
          },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('the bucket of the interface: private, and an overwritten file can be brought back', () => {
    expect(eigenschaften('Oberflaeche')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });

  it('the address that people know keeps its distribution', () => {
    expect(ressource(vorlage, 'Verteilung').Type).toBe('AWS::CloudFront::Distribution');
  });

  it.each(['Entwuerfe', 'Papiere', 'Oberflaeche'])('bucket %s: refuses everything without TLS', (id) => {
    const policies = vomTyp(vorlage, 'AWS::S3::BucketPolicy').filter(
      ([, { Properties }]) => alsText(Properties.Bucket) === `\${${id}}`,
    );
    expect(policies.map(([, policy]) => policy.Properties.PolicyDocument)).toEqual([
      expect.objectContaining({
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      }),
    ]);
  });

  it('issued papers can be locked one by one', () => {
    expect(eigenschaften('Papiere')).toMatchObject({ ObjectLockEnabled: true });
    expect(eigenschaften('Papiere')).not.toHaveProperty('ObjectLockConfiguration');
  });

  it('drafts tell EventBridge, and take posts from the known pages only', () => {
    expect(eigenschaften('Entwuerfe')).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      CorsConfiguration: {
        CorsRules: [{ AllowedMethods: ['POST'], AllowedOrigins: ['http://127.0.0.1:4510'] }],
      },
    });
  });

  it('the key rotates', () => {
    expect(eigenschaften('Schluessel')).toMatchObject({ EnableKeyRotation: true });
  });
});

describe('functions', () => {
  const funktionen = vomTyp(vorlage, 'AWS::Lambda::Function');
  const entries = funktionen.map(([, funktion]) => funktion.Metadata?.['local:entry']);

  it('all say where their source lies, and it is there', () => {
    for (const entry of entries) {
      expect(entry).toMatch(/^lambdas\/.+\.lambda\.ts$/);
      expect(existsSync(`${wurzel}/${entry}`), String(entry)).toBe(true);
    }
  });

  it('deploy every handler in lambdas/, each once', () => {
    const vorhanden = readdirSync(`${wurzel}/lambdas`, { recursive: true, encoding: 'utf8' })
      .filter((pfad) => pfad.endsWith('.lambda.ts'))
      .map((pfad) => `lambdas/${pfad.replaceAll('\\', '/')}`);
    expect(vorhanden.length).toBeGreaterThan(0);
    expect(entries.toSorted()).toEqual(vorhanden.toSorted());
  });

  it.each(funktionen)('%s: current runtime, traced, a log that ends, a role of its own', (id, funktion) => {
    expect(funktion.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Role: { 'Fn::GetAtt': [id.replace('Funktion', 'Rolle'), 'Arn'] },
    });
    const { LogGroup } = funktion.Properties.LoggingConfig as { LogGroup: { Ref: string } };
    expect(eigenschaften(LogGroup.Ref).RetentionInDays).toBeGreaterThan(0);
  });

  it.each(funktionen)('%s: knows town, stage, record and address', (_, funktion) => {
    const { Variables } = funktion.Properties.Environment as { Variables: Record<string, unknown> };
    expect(Variables).toMatchObject({
      KOERPERSCHAFT: 'musterstadt',
      STUFE: 'test',
      TABELLE_AKTE: { Ref: 'Akte' },
      ADRESSE: { 'Fn::Join': ['', ['https://', { 'Fn::GetAtt': ['Verteilung', 'DomainName'] }]] },
    });
  });

  // Table of the variables beside those of every function.
  it.each([
    [
      'FunktionApi',
      'AUTOMAT_ALIAS_ARN AUTOMAT_ARN BUCKET_ENTWUERFE BUCKET_PAPIERE DEMO LOGIN_ADRESSE LOGIN_CLIENT_ID LOGIN_ISSUER MALWARE_PRUEFUNG',
    ],
    ['FunktionLage', ''],
    ['FunktionWarten', 'TABELLE_WARTEMARKEN'],
    ['FunktionFrist', ''],
    ['FunktionAnhalten', ''],
    ['FunktionStrom', 'AUTOMAT_ALIAS_ARN AUTOMAT_ARN MAIL_ABSENDER TABELLE_WARTEMARKEN'],
    ['FunktionPapiere', 'AUFBEWAHRUNG_TAGE BUCKET_ENTWUERFE BUCKET_PAPIERE'],
    ['FunktionPruefung', 'BUCKET_ENTWUERFE MALWARE_PRUEFUNG'],
    ['FunktionBefund', ''],
    ['FunktionAbgleich', 'MALWARE_PRUEFUNG'],
    ['FunktionSammelpost', ''],
    ['FunktionAnker', 'AUFBEWAHRUNG_TAGE AUTOMAT_ALIAS_ARN AUTOMAT_ARN BUCKET_PAPIERE'],
  ])('%s: reads %s besides', (id, namen) => {
    const { Variables } = eigenschaften(id).Environment as { Variables: Record<string, unknown> };
    const gemeinsam = ['ADRESSE', 'KOERPERSCHAFT', 'KOERPERSCHAFT_NAME', 'STUFE', 'TABELLE_AKTE'];
    const eigene = namen === '' ? [] : namen.split(' ');
    expect(Object.keys(Variables).toSorted()).toEqual([...gemeinsam, ...eigene].toSorted());
  });
});

describe('rights', () => {
  const duerfen = (aktion: string) =>
    rechte.filter(
      ({ anweisung }) => anweisung.Effect === 'Allow' && liste(anweisung.Action).includes(aktion),
    );

  it('name their actions: no wildcard in any of them', () => {
    for (const { anweisung } of rechte) {
      for (const aktion of liste(anweisung.Action)) expect(aktion).toMatch(/^[a-z0-9-]+:[A-Za-z]+$/);
    }
  });

  it('name their resources, but where AWS knows none', () => {
    const ohneRessource = new Set(
      rechte
        .filter(({ anweisung }) => liste(anweisung.Resource).includes('*'))
        .flatMap(({ anweisung }) => liste(anweisung.Action)),
    );
    expect([...ohneRessource].filter((aktion) => !/^(xray|logs):/.test(aktion))).toEqual([
      // Only for the event source mappings; the list of streams holds no data.
      'dynamodb:ListStreams',
    ]);
    const logs = rechte.filter(
      ({ anweisung }) =>
        liste(anweisung.Resource).includes('*') &&
        liste(anweisung.Action).some((aktion) => /^logs:/.test(aktion)),
    );
    // Log delivery of the state machine is set up in the account's name (Step Functions developer guide).
    expect(logs.map(({ rolle }) => rolle)).toEqual(['RolleAutomatUV']);
  });

  it('answer a waiting task: the storing and the sending function, this machine only', () => {
    const senden = duerfen('states:SendTaskSuccess');
    expect(senden.map(({ rolle }) => rolle).toSorted()).toEqual(['RolleStrom', 'RolleWarten']);
    for (const { anweisung } of senden) expect(anweisung.Resource).toEqual({ Ref: 'AutomatUV' });
    expect(duerfen('states:SendTaskFailure')).toEqual([]);
    expect(duerfen('states:SendTaskHeartbeat')).toEqual([]);
  });

  it('touch the tokens: the same two and nobody else', () => {
    const rollen = rechte
      .filter(({ anweisung }) => JSON.stringify(anweisung.Resource).includes('"Wartemarken"'))
      .map(({ rolle, anweisung }) => [rolle, liste(anweisung.Action)]);
    expect(rollen).toEqual([
      ['RolleWarten', ['dynamodb:DeleteItem', 'dynamodb:PutItem']],
      ['RolleStrom', ['dynamodb:DeleteItem', 'dynamodb:GetItem']],
    ]);
  });

  it('start an execution: only Strom, only through the alias', () => {
    expect(duerfen('states:StartExecution')).toMatchObject([
      { rolle: 'RolleStrom', anweisung: { Resource: { Ref: 'AutomatUVAktuell' } } },
    ]);
  });

  it('send mail: only Strom', () => {
    expect(duerfen('ses:SendEmail').map(({ rolle }) => rolle)).toEqual(['RolleStrom']);
  });

  it('put a file: each function below its own prefix only', () => {
    const ziele = duerfen('s3:PutObject').map(({ rolle, anweisung }) => [
      rolle.replace(/[0-9A-F]{8}$/, ''),
      alsText(liste(anweisung.Resource)[0]),
    ]);
    expect(ziele).toEqual([
      ['RolleApi', `\${Entwuerfe.Arn}/upload/*`],
      ['RollePapiere', `\${Papiere.Arn}/papiere/*`],
      ['RollePruefung', `\${Entwuerfe.Arn}/modell/*`],
      ['RolleAnker', `\${Papiere.Arn}/anker/*`],
      ['PruefungMalwareRolle', `\${Entwuerfe.Arn}/malware-protection-resource-validation-object`],
    ]);
  });

  it('scan a table or delete a paper: nobody', () => {
    for (const aktion of [
      'dynamodb:Scan',
      's3:DeleteObject',
      's3:DeleteObjectVersion',
      's3:BypassGovernanceRetention',
    ]) {
      expect(duerfen(aktion), aktion).toEqual([]);
    }
  });

  it('write the record: not the two that only read it', () => {
    const schreiber = duerfen('dynamodb:PutItem')
      .filter(({ anweisung }) => alsText(liste(anweisung.Resource)[0]) === `\${Akte.Arn}`)
      .map(({ rolle }) => rolle);
    expect(schreiber).toContain('RolleApi');
    expect(schreiber).not.toContain('RolleLage');
    expect(schreiber).not.toContain('RolleWarten');
  });

  it('call a function: the machine its four, the schedules their three', () => {
    const ziele = (rolle: string) =>
      duerfen('lambda:InvokeFunction')
        .filter((eintrag) => eintrag.rolle === rolle)
        .flatMap(({ anweisung }) => liste(anweisung.Resource).map(alsText))
        .filter((arn) => !arn.endsWith(':*'));
    expect(ziele('RolleAutomatUV')).toEqual(
      ['Anhalten', 'Frist', 'Lage', 'Warten'].map((name) => `\${Funktion${name}.Arn}`),
    );
    expect(ziele('RolleZeitplaene')).toEqual(
      ['Abgleich', 'Anker', 'Sammelpost'].map((name) => `\${Funktion${name}.Arn}`),
    );
  });
});

describe('triggers', () => {
  it('the two consumers of the stream take their purposes, and lose nothing', () => {
    const mappings = vomTyp(vorlage, 'AWS::Lambda::EventSourceMapping').map(
      ([, { Properties }]) => Properties,
    );
    const filter = (zwecke: string[]) => ({
      Filters: [
        {
          Pattern: JSON.stringify({
            dynamodb: {
              NewImage: { kind: { S: ['ausgang'] }, status: { S: ['offen'] }, zweck: { S: zwecke } },
            },
          }),
        },
      ],
    });
    const gemeinsam = {
      EventSourceArn: { 'Fn::GetAtt': ['Akte', 'StreamArn'] },
      BatchSize: 25,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^Fehlschlaege/), 'Arn'] } },
      },
    };
    expect(mappings).toMatchObject([
      {
        ...gemeinsam,
        FunctionName: { Ref: 'FunktionStrom' },
        FilterCriteria: filter(['start', 'wecken', 'benachrichtigen', 'mail', 'suche']),
      },
      { ...gemeinsam, FunctionName: { Ref: 'FunktionPapiere' }, FilterCriteria: filter(['papier']) },
    ]);
  });

  it('the schedules run on Berlin time', () => {
    const zeiten = vomTyp(vorlage, 'AWS::Scheduler::Schedule').map(([, { Properties }]) => [
      alsText((Properties.Target as { Arn: unknown }).Arn),
      Properties.ScheduleExpression,
      Properties.ScheduleExpressionTimezone,
    ]);
    expect(zeiten).toEqual([
      [`\${FunktionAbgleich.Arn}`, 'rate(5 minutes)', 'Europe/Berlin'],
      [`\${FunktionSammelpost.Arn}`, 'cron(30 7 * * ? *)', 'Europe/Berlin'],
      [`\${FunktionAnker.Arn}`, 'cron(15 1 * * ? *)', 'Europe/Berlin'],
    ]);
  });

  it('uploads and scan results reach their functions', () => {
    expect(vomTyp(vorlage, 'AWS::Events::Rule').map(([, { Properties }]) => Properties)).toMatchObject([
      {
        EventPattern: {
          source: ['aws.s3'],
          'detail-type': ['Object Created'],
          detail: { bucket: { name: [{ Ref: 'Entwuerfe' }] }, object: { key: [{ prefix: 'upload/' }] } },
        },
        Targets: [{ Arn: { 'Fn::GetAtt': ['FunktionPruefung', 'Arn'] } }],
      },
      {
        EventPattern: {
          source: ['aws.guardduty'],
          'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        },
        Targets: [{ Arn: { 'Fn::GetAtt': ['FunktionBefund', 'Arn'] } }],
      },
    ]);
  });

  it('the API asks for a login everywhere but before the login', () => {
    const wege = vomTyp(vorlage, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties.RouteKey,
      Properties.AuthorizationType,
    ]);
    expect(wege).toEqual([
      ['GET /api/openapi.json', 'NONE'],
      ['GET /api/einstellungen', 'NONE'],
      ['GET /api/gremien/{gremium}/kalender.ics', 'NONE'],
      ['ANY /api/{proxy+}', 'JWT'],
    ]);
    expect(vomTyp(vorlage, 'AWS::ApiGatewayV2::Authorizer')).toMatchObject([
      [
        expect.any(String),
        {
          Properties: {
            AuthorizerType: 'JWT',
            JwtConfiguration: { Audience: [{ Ref: expect.any(String) }] },
          },
        },
      ],
    ]);
  });
});

describe('the template', () => {
  it('holds no custom resource', () => {
    for (const { Type } of Object.values(vorlage.Resources)) {
      expect(Type).not.toMatch(/^Custom::|CustomResource/);
    }
  });

  it('has no circle of dependencies, which only CloudFormation would notice', () => {
    const fertig = new Set<string>();
    const besuche = (id: string, weg: readonly string[]): void => {
      expect(weg.includes(id), [...weg, id].join(' -> ')).toBe(false);
      if (fertig.has(id)) return;
      for (const naechste of verweise(ressource(vorlage, id))) {
        if (naechste in vorlage.Resources) besuche(naechste, [...weg, id]);
      }
      fertig.add(id);
    };
    for (const id of Object.keys(vorlage.Resources)) besuche(id, []);
  });

  it('lets an alarm of each kind speak of its section in the handbook', () => {
    const alarme = vomTyp(vorlage, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    expect(alarme).toHaveLength(10);
    for (const { AlarmDescription } of alarme) expect(AlarmDescription).toContain('docs/betrieb.md');
  });

  it('watches the log for words that the handlers really write', () => {
    const quellen = readdirSync(`${wurzel}/lambdas`, { recursive: true, encoding: 'utf8' })
      .filter((pfad) => pfad.endsWith('.ts'))
      .map((pfad) => readFileSync(`${wurzel}/lambdas/${pfad}`, 'utf8'))
      .join('\n');
    const filter = vomTyp(vorlage, 'AWS::Logs::MetricFilter').map(
      ([, { Properties }]) => Properties.FilterPattern,
    );
    expect(new Set(filter)).toEqual(
      new Set(['%ausgang_gescheitert%', '%ablauf_angehalten%', '%api_fehler%']),
    );
    for (const muster of filter) expect(quellen).toContain(`'${String(muster).replaceAll('%', '')}'`);
  });

  it('sends alarms where the setting says', () => {
    expect(vomTyp(vorlage, 'AWS::SNS::Topic')).toEqual([]);
    const mitMail = vorlageMit({ alarmMail: 'betrieb@musterstadt.example' });
    expect(vomTyp(mitMail, 'AWS::SNS::Subscription')).toMatchObject([
      [expect.any(String), { Properties: { Protocol: 'email', Endpoint: 'betrieb@musterstadt.example' } }],
    ]);
    for (const [, alarm] of vomTyp(mitMail, 'AWS::CloudWatch::Alarm')) {
      expect(alarm.Properties.AlarmActions).toHaveLength(1);
    }
  });

  it('leaves GuardDuty out where the setting says', () => {
    expect(vomTyp(vorlage, 'AWS::GuardDuty::MalwareProtectionPlan')).toHaveLength(1);
    const ohne = vorlageMit({ malwarePruefung: 'aus' });
    expect(vomTyp(ohne, 'AWS::GuardDuty::MalwareProtectionPlan')).toEqual([]);
  });
});

/** Logical ids that a resource waits for: Ref, Fn::GetAtt, DependsOn. */
function verweise(wert: unknown): string[] {
  if (Array.isArray(wert)) return wert.flatMap(verweise);
  if (typeof wert !== 'object' || wert === null) return [];
  return Object.entries(wert).flatMap(([name, inhalt]) => {
    if (name === 'Ref') return [String(inhalt)];
    if (name === 'Fn::GetAtt') return [String(liste(inhalt)[0])];
    if (name === 'DependsOn') return liste(inhalt).map(String);
    return verweise(inhalt);
  });
}
