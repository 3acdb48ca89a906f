import { type Resource, type Stack, TemplateRefused } from '../template/resolve.ts';
import { type Engine, EngineRefused } from './engine.ts';

type Json = Record<string, unknown>;
const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

/** A table as the host runs it. */
export interface Table {
  name: string;
  arn: string;
  streamArn: string;
  /** Attribute that holds the expiry, in seconds since 1970; undefined without TTL. */
  ttlAttribute: string | undefined;
  create: Json;
}

/** Properties that are run, and those that a single local machine fulfils by itself or cannot show. */
const knownProperties: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': [
    'AttributeDefinitions',
    'BillingMode',
    'ContributorInsightsSpecification',
    'DeletionProtectionEnabled',
    'GlobalSecondaryIndexes',
    'KeySchema',
    'LocalSecondaryIndexes',
    'OnDemandThroughput',
    'PointInTimeRecoverySpecification',
    'ProvisionedThroughput',
    'SSESpecification',
    'StreamSpecification',
    'TableClass',
    'TableName',
    'Tags',
    'TimeToLiveSpecification',
  ],
  'AWS::DynamoDB::GlobalTable': [
    'AttributeDefinitions',
    'BillingMode',
    'GlobalSecondaryIndexes',
    'KeySchema',
    'LocalSecondaryIndexes',
    'Replicas',
    'SSESpecification',
    'StreamSpecification',
    'TableName',
    'TimeToLiveSpecification',
    'WriteOnDemandThroughputSettings',
  ],
};

const indexMembers = ['IndexName', 'KeySchema', 'Projection'];
const pick = (value: Json, members: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => members.includes(name)));

function readTable({ properties, ref, attributes }: Resource): Table {
  const indexes = (value: unknown) => list(value).map((index) => pick(index, indexMembers));
  const stream = object(properties.StreamSpecification);
  const ttl = object(properties.TimeToLiveSpecification);
  const replica = list(properties.Replicas)[0] ?? {};
  const create: Json = {
    TableName: ref,
    AttributeDefinitions: properties.AttributeDefinitions,
    KeySchema: properties.KeySchema,
    BillingMode: 'PAY_PER_REQUEST',
    DeletionProtectionEnabled:
      properties.DeletionProtectionEnabled === true || replica.DeletionProtectionEnabled === true,
  };
  const global = indexes(properties.GlobalSecondaryIndexes);
  const locals = indexes(properties.LocalSecondaryIndexes);
  if (global.length > 0) create.GlobalSecondaryIndexes = global;
  if (locals.length > 0) create.LocalSecondaryIndexes = locals;
  if (stream.StreamViewType)
    create.StreamSpecification = { StreamEnabled: true, StreamViewType: stream.StreamViewType };
  return {
    name: ref,
    arn: attributes.Arn ?? '',
    streamArn: attributes.StreamArn ?? '',
    ttlAttribute: ttl.Enabled === true ? String(ttl.AttributeName) : undefined,
    create,
  };
}

/** Tables of the template; refuses properties that change behaviour and are not run. */
export function readTables(stack: Stack): Table[] {
  const resources = stack.ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable');
  const findings = resources.flatMap((resource) =>
    Object.keys(resource.properties)
      .filter((name) => !knownProperties[resource.type]?.includes(name))
      .map((name) => `${resource.logicalId}: property ${name} of ${resource.type} is not run`),
  );
  if (findings.length > 0) throw new TemplateRefused(findings);
  return resources.map(readTable);
}

const shape = (keySchema: unknown) =>
  list(keySchema)
    .map((key) => `${key.AttributeName}:${key.KeyType}`)
    .join();

/** Brings one existing table up to the template, as CloudFormation would: new indexes, stream switched on. */
async function alterTable(engine: Engine, table: Table, existing: Json): Promise<void> {
  if (shape(existing.KeySchema) !== shape(table.create.KeySchema))
    throw new Error(
      `Die Tabelle ${table.name} im Datenordner hat andere Schlüssel als die Vorlage; „npm run reset“ legt sie neu an.`,
    );
  const present = list(existing.GlobalSecondaryIndexes).map((index) => index.IndexName);
  for (const index of list(table.create.GlobalSecondaryIndexes)) {
    if (present.includes(index.IndexName)) continue;
    await engine.call('UpdateTable', {
      TableName: table.name,
      AttributeDefinitions: table.create.AttributeDefinitions,
      GlobalSecondaryIndexUpdates: [{ Create: index }],
    });
  }
  if (table.create.StreamSpecification && object(existing.StreamSpecification).StreamEnabled !== true)
    await engine.call('UpdateTable', {
      TableName: table.name,
      StreamSpecification: table.create.StreamSpecification,
    });
}

async function describe(engine: Engine, name: string): Promise<Json | undefined> {
  try {
    return object((await engine.call('DescribeTable', { TableName: name })).Table);
  } catch (error) {
    if (error instanceof EngineRefused && error.code === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** Creates or alters each table; may run again after a kill at any point. */
export async function createTables(engine: Engine, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const existing = await describe(engine, table.name);
    if (existing) await alterTable(engine, table, existing);
    else await engine.call('CreateTable', table.create);
  }
}
