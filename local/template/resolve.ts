import { account } from '../types.ts';
import { type Identity, resourceTypes } from './resource-types.ts';

/** A resource of the template with every reference resolved. */
export interface Resource {
  logicalId: string;
  type: string;
  properties: Readonly<Record<string, unknown>>;
  metadata: Readonly<Record<string, unknown>>;
  ref: string;
  attributes: Readonly<Record<string, string>>;
}

/** The resolved template. */
export interface Stack {
  region: string;
  resources: readonly Resource[];
  /** Resources of one of the types, in the template's order. */
  ofType(...types: string[]): Resource[];
  /** Throws when the template has no such resource. */
  get(logicalId: string): Resource;
  /** Resolves what stands outside of Resources, an output for instance. */
  resolve(value: unknown): unknown;
}

export interface ResolveOptions {
  region?: string;
  stackName?: string;
  /** Origin of the HTTP API, the value of its ApiEndpoint. */
  webOrigin: string;
  /** Values for template parameters without default. */
  parameters?: Readonly<Record<string, string>>;
}

/** The template holds something that the host does not run. Every finding is a line of `findings`. */
export class TemplateRefused extends Error {
  readonly findings: readonly string[];
  constructor(findings: readonly string[]) {
    super(`The template cannot be run here:\n${findings.map((finding) => `- ${finding}`).join('\n')}`);
    this.name = 'TemplateRefused';
    this.findings = findings;
  }
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const object = (value: unknown): Json => (isObject(value) ? value : {});
/** What AWS::NoValue leaves behind until its property is dropped. */
const noValue = Symbol('AWS::NoValue');

/** Resolves `template` or throws TemplateRefused with all unknown resource types and functions at once. */
export function resolveTemplate(template: unknown, options: ResolveOptions): Stack {
  const region = options.region ?? 'eu-central-1';
  const stackName = options.stackName ?? 'Gremienweg';
  const root = object(template);
  const raw = object(root.Resources);
  const findings: string[] = [];

  const pseudo: Record<string, unknown> = {
    'AWS::AccountId': account,
    'AWS::NoValue': noValue,
    'AWS::NotificationARNs': [],
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/${stackName}/lokal`,
    'AWS::StackName': stackName,
    'AWS::URLSuffix': 'amazonaws.com',
  };

  const identities = new Map<string, Identity>();
  const inProgress = new Set<string>();

  function identify(logicalId: string): Identity {
    const known = identities.get(logicalId);
    if (known) return known;
    const resource = object(raw[logicalId]);
    const type = String(resource.Type);
    const make = resourceTypes[type];
    if (!make) throw new Error(`resource type ${type} (${logicalId}) is not known`);
    if (inProgress.has(logicalId)) throw new Error(`circular reference through ${logicalId}`);
    inProgress.add(logicalId);
    try {
      const properties = object(resource.Properties);
      const text = (path: string): string | undefined => {
        let value: unknown = properties;
        for (const part of path.split('.')) value = object(value)[part];
        // An alias names its version inside a list of one.
        if (path === 'RoutingConfiguration' && Array.isArray(value))
          value = object(value[0]).StateMachineVersionArn;
        const resolved = resolve(value);
        return typeof resolved === 'string' ? resolved : undefined;
      };
      const identity = make({ logicalId, region, webOrigin: options.webOrigin, text });
      identities.set(logicalId, identity);
      return identity;
    } finally {
      inProgress.delete(logicalId);
    }
  }

  function ref(name: string): unknown {
    if (name in pseudo) return pseudo[name];
    if (name in raw) return identify(name).ref;
    const parameter = object(root.Parameters)[name];
    if (parameter === undefined) throw new Error(`Ref ${name} leads nowhere`);
    const value = options.parameters?.[name] ?? object(parameter).Default;
    if (value === undefined) throw new Error(`parameter ${name} has no value`);
    return value;
  }

  function getAtt(logicalId: string, attribute: string): string {
    if (!(logicalId in raw)) throw new Error(`Fn::GetAtt ${logicalId}.${attribute} leads nowhere`);
    const value = identify(logicalId).attributes[attribute];
    if (value === undefined)
      throw new Error(`attribute ${attribute} of ${object(raw[logicalId]).Type} (${logicalId}) is not known`);
    return value;
  }

  function condition(name: string): boolean {
    const value = object(root.Conditions)[name];
    if (value === undefined) throw new Error(`condition ${name} does not exist`);
    return resolve(value) === true;
  }

  const list = (value: unknown): unknown[] => {
    const resolved = resolve(value);
    if (!Array.isArray(resolved)) throw new Error(`expected a list: ${JSON.stringify(value)}`);
    return resolved;
  };

  function substitute(argument: unknown): string {
    const [text, extra] = Array.isArray(argument) ? [argument[0], object(argument[1])] : [argument, {}];
    return String(text).replace(/\$\{([^}]+)\}/g, (_all, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (name in extra) return String(resolve(extra[name]));
      const dot = name.indexOf('.');
      return dot > 0 ? getAtt(name.slice(0, dot), name.slice(dot + 1)) : String(ref(name));
    });
  }

  const functions: Record<string, (argument: unknown) => unknown> = {
    Ref: (argument) => ref(String(argument)),
    Condition: (argument) => condition(String(argument)),
    'Fn::GetAtt': (argument) => {
      const [logicalId, ...attribute] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split('.');
      return getAtt(logicalId ?? '', attribute.join('.'));
    },
    'Fn::Join': (argument) => {
      const [separator, parts] = argument as [string, unknown];
      return list(parts).join(separator);
    },
    'Fn::Sub': substitute,
    'Fn::Select': (argument) => {
      const [index, parts] = argument as [unknown, unknown];
      return list(parts)[Number(resolve(index))];
    },
    'Fn::Split': (argument) => {
      const [separator, text] = argument as [string, unknown];
      return String(resolve(text)).split(separator);
    },
    'Fn::If': (argument) => {
      const [name, yes, no] = argument as [string, unknown, unknown];
      return resolve(condition(name) ? yes : no);
    },
    'Fn::Equals': (argument) => {
      const [a, b] = list(argument);
      return String(a) === String(b);
    },
    'Fn::Not': (argument) => list(argument)[0] !== true,
    'Fn::And': (argument) => list(argument).every((value) => value === true),
    'Fn::Or': (argument) => list(argument).some((value) => value === true),
    'Fn::FindInMap': (argument) => {
      const [map, first, second] = list(argument).map(String);
      const value = object(object(object(root.Mappings)[map ?? ''])[first ?? ''])[second ?? ''];
      if (value === undefined) throw new Error(`Fn::FindInMap ${map}.${first}.${second} leads nowhere`);
      return value;
    },
    'Fn::GetAZs': () => ['a', 'b', 'c'].map((zone) => region + zone),
    'Fn::Base64': (argument) => Buffer.from(String(resolve(argument))).toString('base64'),
  };

  function resolve(value: unknown): unknown {
    if (typeof value === 'string') {
      if (value.startsWith('{{resolve:')) throw new Error(`dynamic reference ${value} is not known`);
      return value;
    }
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== noValue);
    if (!isObject(value)) return value;
    const entries = Object.entries(value);
    const [only] = entries;
    if (only && entries.length === 1) {
      const [name, argument] = only;
      const run = functions[name];
      // Policy statements have a member "Condition" too: there it is an object, here a condition's name.
      if (run && (name !== 'Condition' || typeof argument === 'string')) return run(argument);
      if (name.startsWith('Fn::')) throw new Error(`function ${name} is not known`);
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== noValue),
    );
  }

  const attempt = <T>(what: string, run: () => T): T | undefined => {
    try {
      return run();
    } catch (error) {
      const finding = error instanceof Error ? error.message : String(error);
      const line = finding.startsWith('resource type') ? finding : `${what}: ${finding}`;
      if (!findings.includes(line)) findings.push(line);
      return undefined;
    }
  };

  const resources: Resource[] = [];
  for (const [logicalId, value] of Object.entries(raw)) {
    const resource = object(value);
    attempt(logicalId, () => {
      if (typeof resource.Condition === 'string' && !condition(resource.Condition)) return;
      const identity = identify(logicalId);
      resources.push({
        logicalId,
        type: String(resource.Type),
        properties: object(resolve(object(resource.Properties))),
        metadata: object(resource.Metadata),
        ...identity,
      });
    });
  }
  if (findings.length > 0) throw new TemplateRefused(findings);

  return {
    region,
    resources,
    ofType: (...types) => resources.filter((resource) => types.includes(resource.type)),
    get(logicalId) {
      const found = resources.find((resource) => resource.logicalId === logicalId);
      if (!found) throw new Error(`The template has no resource ${logicalId}.`);
      return found;
    },
    resolve,
  };
}
