import { type Authorize, AwsError, account, type Caller } from '../types.ts';
import type { Policies } from './collect.ts';
import { applies, type RequestContext, type Statement, wildcardMatch } from './statement.ts';

/** The administrator of the host: start-up work and tests; bound by explicit denials only, as AWS's root. */
export const rootArn = `arn:aws:iam::${account}:root`;

/** The ARN that AWS shows in refusals: a role acts through a session. */
function sessionArn(principalArn: string, session = 'lokal'): string {
  const role = /^arn:aws:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(principalArn);
  return role ? `arn:aws:sts::${role[1]}:assumed-role/${role[2]}/${session}` : principalArn;
}

/** The code and HTTP status with which each service refuses. */
function refusal(action: string, message: string): AwsError {
  const service = action.split(':')[0];
  if (service === 's3') return new AwsError('AccessDenied', message, 403);
  const status = service === 'lambda' || service === 'ses' ? 403 : 400;
  return new AwsError('AccessDeniedException', message, status);
}

/** ARN of the thing that carries the resource policy or the key: bucket of an object, table of an index. */
function carrierOf(resource: string): string {
  if (resource.startsWith('arn:aws:s3:::')) return resource.split('/')[0] ?? resource;
  if (resource.includes(':table/')) return resource.split('/').slice(0, 2).join('/');
  const functionArn = /^(arn:aws:lambda:[^:]*:\d+:function:[^:]+)/.exec(resource);
  return functionArn?.[1] ?? resource;
}

/**
 * Actions on the key that work with encrypted data implies. Sources: S3 "Using server-side encryption with
 * AWS KMS keys" (GenerateDataKey to upload, Decrypt to download); DynamoDB checks Decrypt of the caller
 * whenever it opens the table's key, for reads and writes alike.
 */
const keyActions: readonly [pattern: string, needed: string][] = [
  ['s3:GetObject', 'kms:Decrypt'],
  ['s3:GetObjectVersion', 'kms:Decrypt'],
  ['s3:PutObject', 'kms:GenerateDataKey'],
  ['dynamodb:*Item*', 'kms:Decrypt'],
  ['dynamodb:Query', 'kms:Decrypt'],
  ['dynamodb:Scan', 'kms:Decrypt'],
  ['dynamodb:PartiQL*', 'kms:Decrypt'],
  ['dynamodb:GetRecords', 'kms:Decrypt'],
];

/** Whether a principal of a resource policy means the caller; "account" when it delegates to the account. */
function principalMatch(statement: Statement, caller: Caller): 'caller' | 'account' | undefined {
  if (caller.service !== undefined)
    return statement.principals.some((name) => name === '*' || name === `service:${caller.service}`)
      ? 'caller'
      : undefined;
  if (statement.principals.some((name) => name === '*' || name === caller.principalArn)) return 'caller';
  return statement.principals.some((name) => name === account || name === rootArn) ? 'account' : undefined;
}

/**
 * The decision as AWS makes it inside one account: an explicit Deny wins; otherwise an Allow of the role's
 * own policies or of the resource's policy is needed (for a service caller of the resource's policy). A key
 * is stricter: its own policy must allow the caller or delegate to the account.
 */
export function createAuthorize(policies: Policies, region: string): Authorize {
  function decide(caller: Caller, action: string, resource: string, context: RequestContext): void {
    const carrier = carrierOf(resource);
    const identity = policies.ofRole.get(caller.principalArn) ?? [];
    const onResource = (policies.ofResource.get(carrier) ?? []).map((statement) => ({
      statement,
      match: principalMatch(statement, caller),
    }));
    const who = caller.service ?? sessionArn(caller.principalArn);
    const denied = `User: ${who} is not authorized to perform: ${action} on resource: ${resource}`;

    const meant = (statement: Statement) => applies(statement, action, resource, context);
    if (identity.some((statement) => statement.effect === 'Deny' && meant(statement)))
      throw refusal(action, `${denied} with an explicit deny in an identity-based policy`);
    if (onResource.some(({ statement, match }) => statement.effect === 'Deny' && match && meant(statement)))
      throw refusal(action, `${denied} with an explicit deny in a resource-based policy`);
    if (caller.principalArn === rootArn && caller.service === undefined) return;

    const identityAllows = identity.some((statement) => statement.effect === 'Allow' && meant(statement));
    const resourceAllows = (kind: 'caller' | 'account') =>
      onResource.some(
        ({ statement, match }) => statement.effect === 'Allow' && match === kind && meant(statement),
      );
    if (caller.service !== undefined) {
      if (resourceAllows('caller')) return;
      throw refusal(action, `${denied} because no resource-based policy allows the ${action} action`);
    }
    if (resourceAllows('caller')) return;
    const delegated = !action.startsWith('kms:') || resourceAllows('account');
    if (identityAllows && delegated) return;
    const kind = identityAllows ? 'resource' : 'identity';
    throw refusal(action, `${denied} because no ${kind}-based policy allows the ${action} action`);
  }

  return (caller, action, resource, given = {}) => {
    const context: Record<string, string | readonly string[]> = {
      // Servers of the host bind to loopback only, which never leaves the machine: it counts as TLS.
      'aws:securetransport': 'true',
      's3:tlsversion': '1.3',
      'aws:principalarn': caller.principalArn,
      'aws:resourceaccount': account,
    };
    if (caller.service === undefined) context['aws:principalaccount'] = account;
    else context['aws:sourceaccount'] = account;
    if (caller.sourceArn !== undefined) context['aws:sourcearn'] = caller.sourceArn;
    for (const [key, value] of Object.entries(given)) context[key.toLowerCase()] = value;

    decide(caller, action, resource, context);

    const key = policies.keyOf.get(carrierOf(resource));
    const needed = keyActions.find(([pattern]) => wildcardMatch(pattern, action))?.[1];
    // A service that calls in its own name brings its own grant on the key.
    if (!key || !needed || caller.service !== undefined) return;
    const service = action.split(':')[0];
    try {
      decide(caller, needed, key, {
        ...context,
        'kms:viaservice': `${service}.${region}.amazonaws.com`,
        'kms:calleraccount': account,
      });
    } catch (error) {
      if (error instanceof AwsError) throw refusal(action, error.message);
      throw error;
    }
  };
}
