import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { behalteName, cfnVon } from './namen.ts';

/** What every function shares: where the sources lie and what its environment always holds. */
export interface Umgebung {
  /** Root of the repository, absolute. */
  readonly wurzel: string;
  readonly variablen: Readonly<Record<string, string>>;
}

export interface FunktionProps {
  /** Path of the entry file below the root, ending in `.lambda.ts`. */
  readonly entry: string;
  readonly beschreibung: string;
  readonly umgebung: Umgebung;
  readonly variablen?: Readonly<Record<string, string>>;
  readonly speicherMb?: number;
  readonly sekunden?: number;
}

/**
 * One function with a role of its own that may write its own log and nothing else. The managed policy
 * AWSLambdaBasicExecutionRole would open every log group of the account.
 *
 * @example baueFunktion(this, 'Lage', { entry: 'lambdas/ablauf/lage.lambda.ts', beschreibung: '…', umgebung })
 */
export function baueFunktion(scope: Construct, name: string, props: FunktionProps): NodejsFunction {
  const logGroup = new logs.LogGroup(scope, `${name}Protokoll`, {
    retention: logs.RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new iam.Role(scope, `${name}Rolle`, {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    description: `Gremienweg: ${props.beschreibung}`,
  });
  behalteName(role, `Rolle${name}`);
  logGroup.grantWrite(role);

  const funktion = new NodejsFunction(scope, name, {
    entry: join(props.umgebung.wurzel, props.entry),
    projectRoot: props.umgebung.wurzel,
    depsLockFilePath: join(props.umgebung.wurzel, 'package-lock.json'),
    handler: 'handler',
    description: props.beschreibung,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.speicherMb ?? 512,
    timeout: Duration.seconds(props.sekunden ?? 10),
    tracing: Tracing.ACTIVE,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    environment: { ...props.umgebung.variablen, ...props.variablen },
    awsSdkConnectionReuse: false,
    // As local/lambda/bundle.ts bundles, so that the same code runs there and here.
    bundling: {
      format: OutputFormat.ESM,
      target: 'node20',
      minify: true,
      // Fixes the SDK's version; not slower at start than the one of the runtime.
      bundleAwsSDK: true,
      // The ESM entry of a package first: a third of the size.
      mainFields: ['module', 'main'],
      // CommonJS dependencies (yauzl) call require at run time, which an ES module does not have.
      banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
  });
  behalteName(funktion, `Funktion${name}`);
  cfnVon(funktion).addMetadata('local:entry', props.entry);
  return funktion;
}
