import type { CredentialStore } from '../iam/credentials.ts';
import type { FunctionSpec } from '../lambda/spec.ts';
import { type Stack, TemplateRefused } from '../template/resolve.ts';
import type { Localize } from './local-origins.ts';

/** Concurrent invocations of a function that people wait for; the others get the host's default. */
const concurrencyOfHttp = 8;

const text = (value: unknown) => (value === undefined ? '' : String(value));

/** The functions as the Lambda host runs them; each needs the entry file that its construct names. */
export function readFunctions(
  stack: Stack,
  credentials: CredentialStore,
  localize: Localize,
): FunctionSpec[] {
  const behindHttp = new Set(
    stack.ofType('AWS::ApiGatewayV2::Integration').map((item) => text(item.properties.IntegrationUri)),
  );
  const findings: string[] = [];
  const functions = stack.ofType('AWS::Lambda::Function').map((resource): FunctionSpec => {
    const { logicalId, properties, metadata, ref, attributes } = resource;
    const entry = metadata['local:entry'];
    if (typeof entry !== 'string') findings.push(`${logicalId}: no entry file in its metadata (local:entry)`);
    if (properties.Layers !== undefined) findings.push(`${logicalId}: layers are not run`);
    if (properties.PackageType === 'Image') findings.push(`${logicalId}: images are not run`);
    const { Variables = {} } = (properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
    const arn = attributes.Arn ?? '';
    return {
      logicalId,
      arn,
      name: ref,
      entry: text(entry),
      handler: text(properties.Handler),
      timeoutSeconds: Number(properties.Timeout ?? 3),
      memoryMb: Number(properties.MemorySize ?? 128),
      environment: Object.fromEntries(
        Object.entries(Variables).map(([name, value]) => [name, localize(text(value))]),
      ),
      credentials: credentials.of(text(properties.Role)),
      ...(behindHttp.has(arn) ? { concurrency: concurrencyOfHttp } : {}),
    };
  });
  if (findings.length > 0) throw new TemplateRefused(findings);
  return functions;
}
