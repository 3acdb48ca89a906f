import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { behalteName } from '../namen.ts';
import type { Ablauf } from './ablauf.ts';
import { baueDefinition } from './definition.ts';

export interface AutomatProps {
  readonly weg: Freigabeweg;
  readonly ablauf: Ablauf;
}

/** The state machine of one route, with a published version under the alias `aktuell`. */
export class Automat extends Construct {
  readonly maschine: sfn.StateMachine;
  readonly aliasArn: string;
  readonly art: Freigabeweg['art'];

  constructor(scope: Construct, id: string, { weg, ablauf }: AutomatProps) {
    super(scope, id);
    this.art = weg.art;
    this.maschine = this.#baueMaschine(weg, ablauf);
    const wecken = this.#erlaubeWarten(ablauf.warten);
    this.aliasArn = this.#veroeffentliche(wecken, weg);
  }

  #baueMaschine(weg: Freigabeweg, ablauf: Ablauf): sfn.StateMachine {
    const maschine = new sfn.StateMachine(this, 'Maschine', {
      comment: `${weg.bezeichnung}: ${weg.stationen.map((station) => station.name).join(' -> ')}`,
      queryLanguage: sfn.QueryLanguage.JSONATA,
      definitionBody: sfn.DefinitionBody.fromChainable(baueDefinition(this, weg, ablauf)),
      // Below the year that AWS allows; a Vorlage that lives longer is taken over by a new execution.
      timeout: Duration.days(300),
      tracingEnabled: true,
      logs: {
        destination: new logs.LogGroup(this, 'Protokoll', {
          retention: logs.RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: sfn.LogLevel.ALL,
        // The input of a waiting task holds its token.
        includeExecutionData: false,
      },
    });
    behalteName(maschine, id(weg));
    behalteName(maschine.role, `Rolle${id(weg)}`);
    return maschine;
  }

  /**
   * Warten signals at once when the decision is already in the record. A policy of its own, because the
   * function's default policy would make function and machine wait for each other at deployment.
   */
  #erlaubeWarten(warten: NodejsFunction): iam.Policy {
    const policy = new iam.Policy(this, 'WeckenAusWarten', {
      statements: [
        new iam.PolicyStatement({
          actions: ['states:SendTaskSuccess'],
          resources: [this.maschine.stateMachineArn],
        }),
      ],
    });
    warten.role?.attachInlinePolicy(policy);
    return policy;
  }

  /** Running executions keep the version they began with; old versions stay for them. */
  #veroeffentliche(vorher: iam.Policy, weg: Freigabeweg): string {
    const version = new sfn.CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: this.maschine.stateMachineArn,
      stateMachineRevisionId: this.maschine.stateMachineRevisionId,
    });
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const alias = new sfn.CfnStateMachineAlias(this, 'Aktuell', {
      name: 'aktuell',
      routingConfiguration: [{ stateMachineVersionArn: version.ref, weight: 100 }],
    });
    alias.overrideLogicalId(`${id(weg)}Aktuell`);
    alias.node.addDependency(vorher);
    return alias.ref;
  }

  /** New executions, only of the published version. */
  erlaubeStarten(wer: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee: wer,
      actions: ['states:StartExecution'],
      resourceArns: [this.aliasArn],
    });
  }

  /** Waking a waiting execution. */
  erlaubeWecken(wer: iam.IGrantable): void {
    iam.Grant.addToPrincipal({
      grantee: wer,
      actions: ['states:SendTaskSuccess'],
      resourceArns: [this.maschine.stateMachineArn],
    });
  }

  /** Reading executions of this machine: their names are known only at run time, hence the `*`. */
  erlaubeNachsehen(
    wer: iam.IGrantable,
    aktionen: readonly ('states:DescribeExecution' | 'states:GetExecutionHistory')[],
  ): void {
    const ausfuehrungen = Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.maschine.stateMachineName}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    iam.Grant.addToPrincipal({ grantee: wer, actions: [...aktionen], resourceArns: [ausfuehrungen] });
  }
}

function id(weg: Freigabeweg): string {
  return `Automat${weg.art}`;
}

/**
 * Environment of functions that start, wake or look at executions. The first machine has the plain names;
 * each further one adds its Vorlagenart: AUTOMAT_ARN, AUTOMAT_ALIAS_ARN, AUTOMAT_ARN_BV ...
 */
export function automatVariablen(automaten: readonly Automat[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    automaten.flatMap((automat, i) => {
      const endung = i === 0 ? '' : `_${automat.art}`;
      return [
        [`AUTOMAT_ARN${endung}`, automat.maschine.stateMachineArn],
        [`AUTOMAT_ALIAS_ARN${endung}`, automat.aliasArn],
      ];
    }),
  );
}
