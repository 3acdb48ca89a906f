/** Where a statement stands, for messages that name it. */
type Origin = string;

export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  notActions: readonly string[];
  resources: readonly string[];
  notResources: readonly string[];
  /** Principals of a resource policy: "*", ARNs, account ids, or services as "service:events.amazonaws.com". */
  principals: readonly string[];
  conditions: readonly Condition[];
}

interface Condition {
  operator: keyof typeof operators;
  ifExists: boolean;
  key: string;
  values: readonly string[];
}

/** Values of a request that conditions look at; keys in lower case. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** IAM's wildcards: * for any run of characters, ? for one. */
export function wildcardMatch(pattern: string, value: string): boolean {
  if (pattern === '*') return true;
  if (!/[*?]/.test(pattern)) return pattern === value;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 's').test(value);
}

const number = (run: (a: number, b: number) => boolean) => (value: string, wanted: string) =>
  run(Number(value), Number(wanted));

/** Condition operators; the negated ones must hold against every value, the others against one. */
const operators = {
  StringEquals: { negated: false, test: (value: string, wanted: string) => value === wanted },
  StringNotEquals: { negated: true, test: (value: string, wanted: string) => value !== wanted },
  StringEqualsIgnoreCase: {
    negated: false,
    test: (value: string, wanted: string) => value.toLowerCase() === wanted.toLowerCase(),
  },
  StringLike: { negated: false, test: (value: string, wanted: string) => wildcardMatch(wanted, value) },
  StringNotLike: { negated: true, test: (value: string, wanted: string) => !wildcardMatch(wanted, value) },
  ArnEquals: { negated: false, test: (value: string, wanted: string) => wildcardMatch(wanted, value) },
  ArnLike: { negated: false, test: (value: string, wanted: string) => wildcardMatch(wanted, value) },
  ArnNotLike: { negated: true, test: (value: string, wanted: string) => !wildcardMatch(wanted, value) },
  Bool: {
    negated: false,
    test: (value: string, wanted: string) => value.toLowerCase() === wanted.toLowerCase(),
  },
  NumericEquals: { negated: false, test: number((a, b) => a === b) },
  NumericLessThan: { negated: false, test: number((a, b) => a < b) },
  NumericLessThanEquals: { negated: false, test: number((a, b) => a <= b) },
  NumericGreaterThan: { negated: false, test: number((a, b) => a > b) },
  NumericGreaterThanEquals: { negated: false, test: number((a, b) => a >= b) },
  Null: { negated: false, test: (value: string, wanted: string) => value === wanted },
} as const;

/**
 * Condition keys whose values the host knows; anything else is refused at start. `events:ManagedBy` belongs
 * to rules that GuardDuty makes for itself: nobody does that here, so it is known to be always absent.
 */
const knownKeys = [
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:ResourceAccount',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'events:ManagedBy',
  'kms:CallerAccount',
  'kms:ViaService',
  'lambda:FunctionArn',
  'lambda:FunctionUrlAuthType',
  's3:TlsVersion',
  's3:prefix',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  's3:object-lock-mode',
  's3:object-lock-remaining-retention-days',
  'ses:FromAddress',
  'ses:FromDisplayName',
  'ses:Recipients',
].map((key) => key.toLowerCase());

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const texts = (value: unknown): string[] =>
  value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);

const isOperator = (name: string): name is keyof typeof operators => name in operators;

function readPrincipals(value: unknown): string[] {
  if (value === '*') return ['*'];
  const { AWS, Service, ...rest } = object(value);
  const other = Object.keys(rest);
  if (other.length > 0) throw new Error(`principal kind ${other.join(', ')} is not known`);
  return [...texts(AWS), ...texts(Service).map((service) => `service:${service}`)];
}

function readConditions(value: unknown, findings: string[]): Condition[] {
  const conditions: Condition[] = [];
  for (const [name, keys] of Object.entries(object(value))) {
    const ifExists = name.endsWith('IfExists');
    const operator = ifExists ? name.slice(0, -'IfExists'.length) : name;
    if (!isOperator(operator)) {
      findings.push(`condition operator ${name} is not known`);
      continue;
    }
    for (const [key, values] of Object.entries(object(keys))) {
      const lower = key.toLowerCase();
      const tagOrContext = lower.startsWith('kms:encryptioncontext:');
      if (!knownKeys.includes(lower) && !tagOrContext) findings.push(`condition key ${key} is not known`);
      else conditions.push({ operator, ifExists, key: lower, values: texts(values) });
    }
  }
  return conditions;
}

const knownMembers = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'Condition',
];

/** Reads a policy document; everything it does not understand goes into `findings`, named with `origin`. */
export function readPolicy(document: unknown, origin: Origin, findings: string[]): Statement[] {
  const { Statement } = object(document);
  const statements: Statement[] = [];
  for (const value of Array.isArray(Statement) ? Statement : [Statement]) {
    const raw = object(value);
    const found: string[] = Object.keys(raw)
      .filter((member) => !knownMembers.includes(member))
      .map((member) => `statement member ${member} is not known`);
    if (raw.Effect !== 'Allow' && raw.Effect !== 'Deny') found.push(`effect ${raw.Effect} is not known`);
    let principals: string[] = [];
    try {
      principals = raw.Principal === undefined ? [] : readPrincipals(raw.Principal);
    } catch (error) {
      found.push(error instanceof Error ? error.message : String(error));
    }
    const conditions = readConditions(raw.Condition, found);
    findings.push(...found.map((finding) => `${origin}: ${finding}`));
    statements.push({
      effect: raw.Effect === 'Deny' ? 'Deny' : 'Allow',
      actions: texts(raw.Action).map((action) => action.toLowerCase()),
      notActions: texts(raw.NotAction).map((action) => action.toLowerCase()),
      resources: texts(raw.Resource),
      notResources: texts(raw.NotResource),
      principals,
      conditions,
    });
  }
  return statements;
}

function holds(condition: Condition, context: RequestContext): boolean {
  const actual = context[condition.key];
  const present = actual !== undefined;
  if (condition.operator === 'Null') return condition.values.includes(String(!present));
  const { negated, test } = operators[condition.operator];
  // IAM: a missing key fulfils a negated operator and no other, unless ...IfExists lets it pass.
  if (!present) return negated || condition.ifExists;
  const values = typeof actual === 'string' ? [actual] : actual;
  return negated
    ? values.every((value) => condition.values.every((wanted) => test(value, wanted)))
    : values.some((value) => condition.values.some((wanted) => test(value, wanted)));
}

/** Whether the statement speaks of this action, resource and situation; principals are the caller's concern. */
export function applies(
  statement: Statement,
  action: string,
  resource: string,
  context: RequestContext,
): boolean {
  const lower = action.toLowerCase();
  const actionMeant =
    statement.notActions.length > 0
      ? !statement.notActions.some((pattern) => wildcardMatch(pattern, lower))
      : statement.actions.some((pattern) => wildcardMatch(pattern, lower));
  const resourceMeant =
    statement.notResources.length > 0
      ? !statement.notResources.some((pattern) => wildcardMatch(pattern, resource))
      : statement.resources.some((pattern) => wildcardMatch(pattern, resource));
  return actionMeant && resourceMeant && statement.conditions.every((condition) => holds(condition, context));
}
