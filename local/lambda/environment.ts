import { devNull } from 'node:os';
import type { FunctionSpec } from './spec.ts';

/** What AWS sets besides the template's variables; nothing of the host's own environment gets in. */
export function environmentOf(
  spec: FunctionSpec,
  region: string,
  endpoints: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...endpoints,
    ...spec.environment,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: '[$LATEST]',
    AWS_ACCESS_KEY_ID: spec.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: spec.credentials.secretAccessKey,
    // A developer's own ~/.aws must not reach the handlers' SDK clients.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    _HANDLER: spec.handler,
    TZ: ':UTC',
  };
}
