import { randomUUID } from 'node:crypto';
import { type Resource, type Stack, TemplateRefused } from '../template/resolve.ts';
import { account, type BusEvent, type PublishEvent } from '../types.ts';
import type { AsyncInvoker, RetryPolicy } from './async-invoke.ts';
import { matches, type Pattern, readPattern } from './pattern.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

interface Target {
  functionArn: string;
  /** A constant that stands in for the event; undefined to pass the event on. */
  input: string | undefined;
  deadLetterArn: string | undefined;
}

export interface Rule {
  logicalId: string;
  arn: string;
  pattern: Pattern;
  targets: readonly Target[];
}

const knownProperties = ['Description', 'EventPattern', 'Name', 'State', 'Tags', 'Targets', 'EventBusName'];
const knownTargetMembers = ['Arn', 'Id', 'Input', 'RetryPolicy', 'DeadLetterConfig'];

/** Retries of asynchronous invocations: two, unless an EventInvokeConfig of the template says otherwise. */
export function readRetryPolicy(stack: Stack, functionArn: string): RetryPolicy {
  const target = stack.ofType('AWS::Lambda::Function').find((item) => item.attributes.Arn === functionArn);
  const config = stack
    .ofType('AWS::Lambda::EventInvokeConfig')
    .find((item) => [target?.ref, functionArn].includes(String(item.properties.FunctionName)));
  const onFailure = object(object(config?.properties.DestinationConfig).OnFailure).Destination;
  return {
    maximumRetries: Number(config?.properties.MaximumRetryAttempts ?? 2),
    onFailureArn: onFailure === undefined ? undefined : String(onFailure),
    roleArn: String(target?.properties.Role),
  };
}

function readRule({ logicalId, properties, attributes }: Resource, stack: Stack): Rule | undefined {
  for (const name of Object.keys(properties))
    if (!knownProperties.includes(name)) throw new Error(`property ${name} of a rule is not run`);
  if (properties.EventBusName !== undefined && properties.EventBusName !== 'default')
    throw new Error(`event bus ${properties.EventBusName} is not run`);
  const targets = list(properties.Targets)
    .map(object)
    .map((target): Target => {
      for (const name of Object.keys(target))
        if (!knownTargetMembers.includes(name)) throw new Error(`member ${name} of a target is not run`);
      const functionArn = String(target.Arn);
      if (!stack.ofType('AWS::Lambda::Function').some((item) => item.attributes.Arn === functionArn))
        throw new Error(`target ${functionArn} is no function of the template`);
      const deadLetterArn = object(target.DeadLetterConfig).Arn;
      return {
        functionArn,
        input: target.Input === undefined ? undefined : String(target.Input),
        deadLetterArn: deadLetterArn === undefined ? undefined : String(deadLetterArn),
      };
    });
  const pattern = readPattern(properties.EventPattern);
  if (properties.State === 'DISABLED') return undefined;
  return { logicalId, arn: attributes.Arn ?? '', pattern, targets };
}

/** Enabled rules of the template; TemplateRefused names everything in them that is not run. */
export function readRules(stack: Stack): Rule[] {
  const findings: string[] = [];
  const rules: Rule[] = [];
  for (const resource of stack.ofType('AWS::Events::Rule')) {
    try {
      const rule = readRule(resource, stack);
      if (rule) rules.push(rule);
    } catch (error) {
      findings.push(`${resource.logicalId}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (findings.length > 0) throw new TemplateRefused(findings);
  return rules;
}

/**
 * The default event bus. What `publish` was given is durable when it returns, as one delivery per matching
 * target; an event that no rule wants is dropped, as in the cloud.
 */
export function createBus(stack: Stack, invoker: AsyncInvoker): PublishEvent {
  const rules = readRules(stack);
  return (given) => {
    const event: BusEvent & { version: string } = {
      version: '0',
      id: randomUUID(),
      account,
      region: stack.region,
      ...given,
    };
    invoker.enqueue(
      rules
        .filter((rule) => matches(rule.pattern, event))
        .flatMap((rule) =>
          rule.targets.map((target) => ({
            functionArn: target.functionArn,
            payload: target.input === undefined ? event : JSON.parse(target.input),
            caller: {
              principalArn: 'events.amazonaws.com',
              service: 'events.amazonaws.com',
              sourceArn: rule.arn,
            },
            deadLetterArn: target.deadLetterArn,
            origin: rule.logicalId,
          })),
        ),
    );
  };
}
