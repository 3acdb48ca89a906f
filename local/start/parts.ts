import { join } from 'node:path';
import type { SettableClock } from '../clock/clock.ts';
import { createCloudFront } from '../cloudfront/cloudfront.ts';
import { readDistribution } from '../cloudfront/read-distribution.ts';
import { createDynamoDb, type DynamoDb, type Intercept } from '../dynamodb/dynamodb.ts';
import { readMappings } from '../dynamodb/stream/mapping.ts';
import { createStreamPump, type StreamPump } from '../dynamodb/stream/pump.ts';
import type { StreamRecord } from '../dynamodb/stream/source.ts';
import { readTables } from '../dynamodb/tables.ts';
import { type AsyncInvoker, createAsyncInvoker } from '../eventbridge/async-invoke.ts';
import { createBus, readRetryPolicy } from '../eventbridge/bus.ts';
import { createQueues, type Queues } from '../eventbridge/queues.ts';
import { createScheduler, type Scheduler } from '../eventbridge/scheduler.ts';
import type { Handler } from '../gateway/listen.ts';
import { createGuardDuty, type GuardDuty } from '../guardduty/guardduty.ts';
import { createHttpApi, type HttpApi } from '../http/api.ts';
import { createAuthorize } from '../iam/authorize.ts';
import { collectPolicies } from '../iam/collect.ts';
import { type CredentialStore, createCredentials } from '../iam/credentials.ts';
import { createLambdaHost } from '../lambda/host.ts';
import type { LambdaHost } from '../lambda/spec.ts';
import { createLogin } from '../login/login.ts';
import type { Login } from '../login/spec.ts';
import { createS3, type S3 } from '../s3/s3.ts';
import { createSes, type Ses } from '../ses/ses.ts';
import { createStepFunctions, type StepFunctions } from '../stepfunctions/stepfunctions.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Stack } from '../template/resolve.ts';
import { readBuckets } from './buckets.ts';
import { readFunctions } from './functions.ts';
import { readHttpApi } from './http-api.ts';
import { readLocalOrigins } from './local-origins.ts';
import { readLogin } from './login-clients.ts';
import { readMachines } from './machines.ts';
import { readPlans } from './plans.ts';
import type { Urls } from './ports.ts';

/** Seams for the faults that the cloud has and a single machine has not. */
export interface Faults {
  dynamoDb?: Intercept;
  stream?: (records: StreamRecord[]) => StreamRecord[];
}

export interface PartsOptions {
  stack: Stack;
  root: string;
  dataDir: string;
  bundleDir: string | undefined;
  urls: Urls;
  clock: SettableClock;
  dynamoDbEndpoint: string | undefined;
  faults: Faults;
  hasty: boolean;
  quickLogin: boolean;
  loginHint: string | undefined;
  title: string;
  /** Takes what closes a part; called in the reverse order, also when a later part refuses to start. */
  closing: (step: () => unknown) => void;
  log: (line: string) => void;
}

/** Every part of the embedded AWS, made but not yet started. */
export interface Parts {
  credentials: CredentialStore;
  dynamoDb: DynamoDb;
  s3: S3;
  ses: Ses;
  guardduty: GuardDuty;
  stepFunctions: StepFunctions;
  lambda: LambdaHost;
  login: Login | undefined;
  api: HttpApi | undefined;
  /** The web edge: pages and API under one address. */
  cloudFront: Handler | undefined;
  queues: Queues;
  invoker: AsyncInvoker;
  scheduler: Scheduler;
  pump: StreamPump;
}

/** Where the SDK clients of the functions find their services; AWS_ENDPOINT_URL_* as the SDK reads it. */
const endpointsOf = (urls: Urls) => ({
  AWS_ENDPOINT_URL_DYNAMODB: urls.aws,
  AWS_ENDPOINT_URL_SFN: urls.aws,
  AWS_ENDPOINT_URL_SESV2: urls.aws,
  AWS_ENDPOINT_URL_S3: urls.files,
});

/**
 * Makes all parts from the resolved template. What any of them refuses is refused here, before a port is
 * bound or a process started: the engine of the database comes last.
 */
export async function createParts(options: PartsOptions): Promise<Parts> {
  const { stack, root, dataDir, clock, urls, closing, log } = options;
  const { region } = stack;
  const policies = collectPolicies(stack);
  const authorize = createAuthorize(policies, region);
  const credentials = createCredentials(join(dataDir, 'zugang.json'), [...policies.ofRole.keys()]);
  const localize = readLocalOrigins(stack, urls);
  const functions = readFunctions(stack, credentials, localize);
  const buckets = readBuckets(stack, policies);
  const apiSpec = readHttpApi(stack);
  const distribution = readDistribution(stack, {
    apiHost: new URL(urls.web).host,
    localize,
  });
  const loginSpec = readLogin(stack);
  const machines = readMachines(stack);
  const mappings = readMappings(stack, readTables(stack));

  const open = (name: string): Store => {
    const store = openStore(join(dataDir, name, `${name}.sqlite`));
    closing(store.close);
    if (options.hasty && clock.frozen) {
      store.setDurable(false);
      clock.onMove(() => {
        if (!clock.frozen) store.setDurable(true);
      });
    }
    return store;
  };
  const lambda = createLambdaHost({
    root,
    dataDir,
    clock,
    functions,
    authorize,
    region,
    endpoints: () => endpointsOf(urls),
    ...(options.bundleDir === undefined ? {} : { bundleDir: options.bundleDir }),
    log,
  });
  closing(lambda.stop);
  const hostStore = open('ereignisse');
  const queues = createQueues(hostStore, clock);
  const invoker = createAsyncInvoker({
    store: hostStore,
    clock,
    invoke: lambda.invoke,
    authorize,
    queues,
    retryPolicy: (arn) => readRetryPolicy(stack, arn),
    log,
  });
  const publish = createBus(stack, invoker);
  const scheduler = createScheduler({ stack, store: hostStore, clock, invoker });

  const stepFunctions = createStepFunctions({
    store: open('stepfunctions'),
    clock,
    invoke: lambda.invoke,
    authorize,
    region,
    log,
  });
  for (const machine of machines) stepFunctions.defineMachine(machine);

  const s3: S3 = createS3({
    dataDir,
    clock,
    authorize,
    credentials: credentials.lookup,
    region,
    publish,
    onPut: (put) => guardduty.onPut(put),
    log,
  });
  closing(s3.close);
  for (const bucket of buckets) s3.createBucket(bucket);
  const guardduty: GuardDuty = createGuardDuty({
    store: open('guardduty'),
    clock,
    authorize,
    publish,
    read: s3.read,
    tag: s3.tag,
    log,
  });
  for (const plan of readPlans(stack)) guardduty.protect(plan);

  const ses = createSes({
    store: open('ses'),
    clock,
    authorize,
    region,
    verifiedIdentities: stack.ofType('AWS::SES::EmailIdentity').map((identity) => identity.ref),
    configurationSets: stack.ofType('AWS::SES::ConfigurationSet').map((set) => set.ref),
  });

  const login =
    loginSpec &&
    (await createLogin({
      store: open('login'),
      folder: join(dataDir, 'login'),
      clock,
      issuer: loginSpec.issuer,
      origin: () => urls.web,
      clients: loginSpec.clients,
      quickLogin: options.quickLogin,
      ...(options.loginHint === undefined ? {} : { hint: options.loginHint }),
      title: options.title,
    }));
  const api =
    apiSpec &&
    login &&
    createHttpApi({ ...apiSpec, clock, invoke: lambda.invoke, getKey: login.getKey, log });
  const cloudFront =
    distribution && createCloudFront({ distribution, getObject: s3.getObject, api: api?.handle, log });

  const dynamoDb = await createDynamoDb({
    stack,
    dataDir: join(dataDir, 'dynamodb'),
    root,
    clock,
    authorize,
    ...(options.dynamoDbEndpoint === undefined ? {} : { endpoint: options.dynamoDbEndpoint }),
    ...(options.faults.dynamoDb === undefined ? {} : { intercept: options.faults.dynamoDb }),
    log,
  });
  closing(dynamoDb.stop);
  const pump = createStreamPump({
    dynamoDb,
    store: hostStore,
    clock,
    region,
    mappings,
    invoke: lambda.invoke,
    authorize,
    sendToQueue: queues.send,
    ...(options.faults.stream === undefined ? {} : { disturb: options.faults.stream }),
    log,
  });
  return {
    credentials,
    dynamoDb,
    s3,
    ses,
    guardduty,
    stepFunctions,
    lambda,
    login,
    api,
    cloudFront,
    queues,
    invoker,
    scheduler,
    pump,
  };
}
