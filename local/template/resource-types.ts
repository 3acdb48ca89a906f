import { createHash } from 'node:crypto';
import { account } from '../types.ts';

/** What a resource is called: the value of Ref and those of Fn::GetAtt. */
export interface Identity {
  ref: string;
  attributes: Readonly<Record<string, string>>;
}

export interface IdentityInput {
  logicalId: string;
  region: string;
  /** Origin at which the host serves the HTTP API; stands for ApiEndpoint. */
  webOrigin: string;
  /** A property, resolved; undefined where the template does not set it as text. */
  text(property: string): string | undefined;
}

/** Characters as AWS draws them for ids, here drawn from the logical id so that links stay valid. */
function idOf(logicalId: string, length: number): string {
  return BigInt(`0x${createHash('sha256').update(logicalId).digest('hex')}`)
    .toString(36)
    .padStart(length, '0')
    .slice(0, length);
}

const uuidOf = (logicalId: string) =>
  createHash('sha256')
    .update(logicalId)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');

const arn = (service: string, region: string, rest: string) =>
  `arn:aws:${service}:${region}:${account}:${rest}`;

/** A resource whose Ref is its name and whose only attribute is its ARN. */
const named =
  (property: string, arnOf: (name: string, region: string) => string) =>
  ({ logicalId, region, text }: IdentityInput): Identity => {
    const name = text(property) ?? logicalId;
    return { ref: name, attributes: { Arn: arnOf(name, region) } };
  };

/** A resource that nothing at run time refers to by more than its logical id. */
const plain = ({ logicalId }: IdentityInput): Identity => ({ ref: logicalId, attributes: {} });

const table = ({ logicalId, region, text }: IdentityInput): Identity => {
  const name = text('TableName') ?? logicalId.padEnd(3, '-');
  const tableArn = arn('dynamodb', region, `table/${name}`);
  const StreamArn = `${tableArn}/stream/2026-01-01T00:00:00.000`;
  return { ref: name, attributes: { Arn: tableArn, StreamArn, TableId: uuidOf(logicalId) } };
};

const bucket = ({ logicalId, region, text }: IdentityInput): Identity => {
  const name = text('BucketName') ?? `lokal-${logicalId.toLowerCase()}`.slice(0, 63);
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  };
};

const policyArn = (name: string) => `arn:aws:iam::${account}:policy/${name}`;

const identified = ({ logicalId }: IdentityInput): Identity => {
  const id = uuidOf(logicalId);
  return { ref: id, attributes: { Id: id } };
};

/**
 * Every resource type that the host knows, with the Ref and GetAtt values that CloudFormation documents.
 * Log groups, alarms, dashboards, topics and configuration sets are known because a deployment needs them;
 * nothing here happens because of them.
 */
export const resourceTypes: Readonly<Record<string, (input: IdentityInput) => Identity>> = {
  'AWS::ApiGatewayV2::Api': ({ logicalId, webOrigin }) => {
    const id = idOf(logicalId, 10);
    return { ref: id, attributes: { ApiEndpoint: webOrigin, ApiId: id } };
  },
  'AWS::ApiGatewayV2::Authorizer': ({ logicalId }) => {
    const id = idOf(logicalId, 6);
    return { ref: id, attributes: { AuthorizerId: id } };
  },
  'AWS::ApiGatewayV2::Integration': ({ logicalId }) => ({ ref: idOf(logicalId, 7), attributes: {} }),
  'AWS::ApiGatewayV2::Route': ({ logicalId }) => ({ ref: idOf(logicalId, 7), attributes: {} }),
  'AWS::ApiGatewayV2::Stage': ({ text }) => ({ ref: text('StageName') ?? '$default', attributes: {} }),
  'AWS::CDK::Metadata': plain,
  'AWS::CloudFront::CachePolicy': identified,
  'AWS::CloudFront::Distribution': ({ logicalId, webOrigin }) => {
    const id = `E${idOf(logicalId, 13).toUpperCase()}`;
    return { ref: id, attributes: { DomainName: new URL(webOrigin).host, Id: id } };
  },
  'AWS::CloudFront::Function': ({ logicalId, text }) => {
    const value = `arn:aws:cloudfront::${account}:function/${text('Name') ?? logicalId}`;
    return { ref: value, attributes: { FunctionARN: value, 'FunctionMetadata.FunctionARN': value } };
  },
  'AWS::CloudFront::OriginAccessControl': identified,
  'AWS::CloudFront::OriginRequestPolicy': identified,
  'AWS::CloudFront::ResponseHeadersPolicy': identified,
  'AWS::CloudWatch::Alarm': named('AlarmName', (name, region) => arn('cloudwatch', region, `alarm:${name}`)),
  'AWS::CloudWatch::Dashboard': plain,
  'AWS::Cognito::UserPool': ({ logicalId, region }) => {
    const id = `${region}_${idOf(logicalId, 9)}`;
    const ProviderName = `cognito-idp.${region}.amazonaws.com/${id}`;
    return {
      ref: id,
      attributes: {
        Arn: arn('cognito-idp', region, `userpool/${id}`),
        ProviderName,
        ProviderURL: `https://${ProviderName}`,
        UserPoolId: id,
      },
    };
  },
  'AWS::Cognito::UserPoolClient': ({ logicalId }) => {
    const id = idOf(logicalId, 26);
    return { ref: id, attributes: { ClientId: id } };
  },
  'AWS::Cognito::UserPoolDomain': ({ logicalId, text }) => ({
    ref: text('Domain') ?? logicalId.toLowerCase(),
    attributes: { CloudFrontDistribution: '' },
  }),
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::Events::Rule': named('Name', (name, region) => arn('events', region, `rule/${name}`)),
  'AWS::GuardDuty::MalwareProtectionPlan': ({ logicalId, region }) => {
    const id = idOf(logicalId, 32);
    return {
      ref: id,
      attributes: {
        Arn: arn('guardduty', region, `malware-protection-plan/${id}`),
        MalwareProtectionPlanId: id,
      },
    };
  },
  'AWS::IAM::ManagedPolicy': ({ logicalId, text }) => {
    const value = policyArn(text('ManagedPolicyName') ?? logicalId);
    return { ref: value, attributes: { PolicyArn: value } };
  },
  'AWS::IAM::Policy': ({ logicalId, text }) => ({ ref: text('PolicyName') ?? logicalId, attributes: {} }),
  'AWS::IAM::Role': ({ logicalId, text }) => {
    const name = text('RoleName') ?? logicalId;
    const path = text('Path') ?? '/';
    return {
      ref: name,
      attributes: { Arn: `arn:aws:iam::${account}:role${path}${name}`, RoleId: `AROA${idOf(logicalId, 17)}` },
    };
  },
  'AWS::KMS::Alias': ({ logicalId, text }) => ({
    ref: text('AliasName') ?? `alias/${logicalId}`,
    attributes: {},
  }),
  'AWS::KMS::Key': ({ logicalId, region }) => {
    const id = uuidOf(logicalId);
    return { ref: id, attributes: { Arn: arn('kms', region, `key/${id}`), KeyId: id } };
  },
  'AWS::Lambda::Alias': ({ text }) => {
    const ref = `${text('FunctionName')}:${text('Name')}`;
    return { ref, attributes: { AliasArn: ref } };
  },
  'AWS::Lambda::EventInvokeConfig': plain,
  'AWS::Lambda::EventSourceMapping': ({ logicalId, region }) => {
    const id = uuidOf(logicalId);
    const EventSourceMappingArn = arn('lambda', region, `event-source-mapping:${id}`);
    return { ref: id, attributes: { Id: id, EventSourceMappingArn } };
  },
  'AWS::Lambda::Function': named('FunctionName', (name, region) => arn('lambda', region, `function:${name}`)),
  'AWS::Lambda::Permission': plain,
  'AWS::Lambda::Version': ({ region, text }) => {
    const name = text('FunctionName') ?? '';
    const functionArn = name.startsWith('arn:') ? name : arn('lambda', region, `function:${name}`);
    return { ref: `${functionArn}:1`, attributes: { Version: '1', FunctionArn: `${functionArn}:1` } };
  },
  'AWS::Logs::MetricFilter': plain,
  'AWS::Logs::LogGroup': named('LogGroupName', (name, region) => arn('logs', region, `log-group:${name}:*`)),
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': plain,
  'AWS::SES::ConfigurationSet': ({ logicalId, text }) => ({ ref: text('Name') ?? logicalId, attributes: {} }),
  'AWS::SES::ConfigurationSetEventDestination': plain,
  'AWS::SES::EmailIdentity': ({ logicalId, text }) => ({
    ref: text('EmailIdentity') ?? logicalId,
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((n) => [
        [`DkimDNSTokenName${n}`, `${idOf(logicalId + n, 32)}._domainkey.${text('EmailIdentity')}`],
        [`DkimDNSTokenValue${n}`, `${idOf(logicalId + n, 32)}.dkim.amazonses.com`],
      ]),
    ),
  }),
  'AWS::SNS::Subscription': plain,
  'AWS::SNS::Topic': ({ logicalId, region, text }) => {
    const name = text('TopicName') ?? logicalId;
    const value = arn('sns', region, name);
    return { ref: value, attributes: { TopicArn: value, TopicName: name } };
  },
  'AWS::SNS::TopicPolicy': plain,
  'AWS::SQS::Queue': ({ logicalId, region, text }) => {
    const name = text('QueueName') ?? logicalId;
    const ref = `https://sqs.${region}.amazonaws.com/${account}/${name}`;
    return { ref, attributes: { Arn: arn('sqs', region, name), QueueName: name, QueueUrl: ref } };
  },
  'AWS::SQS::QueuePolicy': plain,
  'AWS::Scheduler::Schedule': ({ logicalId, region, text }) => {
    const name = text('Name') ?? logicalId;
    return {
      ref: name,
      attributes: { Arn: arn('scheduler', region, `schedule/${text('GroupName') ?? 'default'}/${name}`) },
    };
  },
  'AWS::Scheduler::ScheduleGroup': named('Name', (name, region) =>
    arn('scheduler', region, `schedule-group/${name}`),
  ),
  'AWS::StepFunctions::StateMachine': ({ logicalId, region, text }) => {
    const name = text('StateMachineName') ?? logicalId;
    const ref = arn('states', region, `stateMachine:${name}`);
    return { ref, attributes: { Arn: ref, Name: name, StateMachineRevisionId: uuidOf(logicalId) } };
  },
  'AWS::StepFunctions::StateMachineAlias': ({ logicalId, region, text }) => {
    // The alias hangs on a version of its machine; the version's ARN is the machine's plus ":1".
    const version = text('DeploymentPreference.StateMachineVersionArn') ?? text('RoutingConfiguration') ?? '';
    const machine = version.replace(/:\d+$/, '') || arn('states', region, `stateMachine:${logicalId}`);
    const ref = `${machine}:${text('Name') ?? logicalId}`;
    return { ref, attributes: { Arn: ref } };
  },
  'AWS::StepFunctions::StateMachineVersion': ({ text }) => {
    const ref = `${text('StateMachineArn')}:1`;
    return { ref, attributes: { Arn: ref } };
  },
};
