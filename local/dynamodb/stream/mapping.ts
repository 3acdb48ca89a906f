import { type Pattern, readPattern } from '../../eventbridge/pattern.ts';
import { type Resource, type Stack, TemplateRefused } from '../../template/resolve.ts';
import type { Table } from '../tables.ts';

/** An event source mapping from a table's stream to a function. */
export interface Mapping {
  id: string;
  logicalId: string;
  table: Table;
  functionArn: string;
  /** Role of the function, which must be allowed to read the stream. */
  roleArn: string;
  batchSize: number;
  startAt: 'TRIM_HORIZON' | 'LATEST';
  /** A record goes to the function when any of them matches; none means every record. */
  filters: readonly Pattern[];
  /** Further attempts after the first; undefined means without end, AWS's default. */
  maximumRetries: number | undefined;
  /** Seconds after which a record that fails is given up; undefined means the stream's own 24 hours. */
  maximumAgeSeconds: number | undefined;
  bisect: boolean;
  reportsItemFailures: boolean;
  /** ARN of the queue that is told about records given up. */
  onFailure: string | undefined;
}

const knownProperties = [
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DestinationConfig',
  'Enabled',
  'EventSourceArn',
  'FilterCriteria',
  'FunctionName',
  'FunctionResponseTypes',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'MetricsConfig',
  'ParallelizationFactor',
  'StartingPosition',
  'Tags',
];

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const limit = (value: unknown) =>
  value === undefined || Number(value) < 0 ? undefined : Math.floor(Number(value));

function read(resource: Resource, stack: Stack, tables: readonly Table[]): Mapping | undefined {
  const { properties, logicalId } = resource;
  const refuse = (what: string): never => {
    throw new Error(`${logicalId}: ${what}`);
  };
  for (const name of Object.keys(properties))
    if (!knownProperties.includes(name)) refuse(`property ${name} of an event source mapping is not run`);
  if (Number(properties.MaximumBatchingWindowInSeconds ?? 0) !== 0) refuse('a batching window is not run');
  if (properties.Enabled === false) return undefined;

  const table = tables.find((item) => item.streamArn === properties.EventSourceArn);
  const name = String(properties.FunctionName);
  const target = stack
    .ofType('AWS::Lambda::Function')
    .find((item) => item.ref === name || item.attributes.Arn === name);
  if (!table || !target) return refuse('source is no stream of a table, or target no function');

  const types = list(properties.FunctionResponseTypes);
  if (types.some((type) => type !== 'ReportBatchItemFailures')) refuse(`response type ${types} is not run`);
  const startAt = properties.StartingPosition;
  if (startAt !== 'TRIM_HORIZON' && startAt !== 'LATEST')
    return refuse(`starting position ${startAt} is not run`);
  const filters = list(object(properties.FilterCriteria).Filters).map((filter) => {
    try {
      return readPattern(JSON.parse(String(object(filter).Pattern)));
    } catch (error) {
      return refuse(`filter: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  const onFailure = object(object(properties.DestinationConfig).OnFailure).Destination;
  if (onFailure !== undefined && !String(onFailure).startsWith('arn:aws:sqs:'))
    refuse('only a queue is run as failure destination');

  return {
    id: resource.ref,
    logicalId,
    table,
    functionArn: target.attributes.Arn ?? '',
    roleArn: String(target.properties.Role),
    batchSize: Number(properties.BatchSize ?? 100),
    startAt,
    filters,
    maximumRetries: limit(properties.MaximumRetryAttempts),
    maximumAgeSeconds: limit(properties.MaximumRecordAgeInSeconds),
    bisect: properties.BisectBatchOnFunctionError === true,
    reportsItemFailures: types.length > 0,
    onFailure: onFailure === undefined ? undefined : String(onFailure),
  };
}

/** Enabled mappings of the template; TemplateRefused names everything in them that is not run. */
export function readMappings(stack: Stack, tables: readonly Table[]): Mapping[] {
  const findings: string[] = [];
  const mappings: Mapping[] = [];
  for (const resource of stack.ofType('AWS::Lambda::EventSourceMapping')) {
    try {
      const mapping = read(resource, stack, tables);
      if (mapping) mappings.push(mapping);
    } catch (error) {
      findings.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (findings.length > 0) throw new TemplateRefused(findings);
  return mappings;
}
