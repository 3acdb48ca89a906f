/**
 * The embedded AWS: takes a synthesized CloudFormation template and runs it on this machine.
 *
 *     const emulator = await startEmulator({ template, root, dataDir: '.gremienweg', log: console.log });
 *     console.log(emulator.urls.web);
 *     await emulator.stop();
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ClockMode, createClock, type SettableClock } from './clock/clock.ts';
import type { QueueMessage } from './eventbridge/queues.ts';
import { createAuthenticate } from './gateway/authenticate.ts';
import { createAwsEndpoint } from './gateway/aws-endpoint.ts';
import { createControl } from './gateway/control.ts';
import { tellHostDate } from './gateway/host-date.ts';
import { type Listener, listen } from './gateway/listen.ts';
import { createWeb } from './gateway/web.ts';
import type { GuardDuty } from './guardduty/guardduty.ts';
import { rootArn } from './iam/authorize.ts';
import type { LoginAdmin } from './login/spec.ts';
import type { Ses } from './ses/ses.ts';
import { lockFolder } from './start/lock.ts';
import { createParts, type Faults, type Parts } from './start/parts.ts';
import { choosePorts, type Urls, urlsOf } from './start/ports.ts';
import type { StepFunctions } from './stepfunctions/stepfunctions.ts';
import { type Resource, resolveTemplate, type Stack } from './template/resolve.ts';
import type { Credentials, InvokeFunction } from './types.ts';

export interface StartOptions {
  /** The template, or a function that makes it once the addresses of this run are known. */
  template: unknown | ((urls: Urls) => unknown);
  /** Root of the repository, for the functions' entry files. */
  root: string;
  /** Folder of all state; belongs to one process at a time. */
  dataDir: string;
  /** First of three ports (web, files, AWS); default 4510, 0 for free ones. Kept for the next start. */
  port?: number;
  /** Default: real time. */
  clockMode?: ClockMode;
  /** Folder for bundled functions, if not in the data folder: tests share it. */
  bundleDir?: string;
  /** Lets tests of other processes move the clock over HTTP (/_steuerung). Default false. */
  control?: boolean;
  /** An existing DynamoDB instead of the engine that comes with npm; default: DYNAMODB_ENDPOINT. */
  dynamoDbEndpoint?: string;
  faults?: Faults;
  /**
   * Does not wait for the disk until the clock is released: for setting up what would be set up anew after a
   * loss of power. Default false.
   */
  hasty?: boolean;
  /** Logs people in by a click on their name, without a password. For demo systems only. Default false. */
  quickLogin?: boolean;
  /** Sentence above the form of the login page then. */
  loginHint?: string;
  /** Name of the application on the host's own pages. */
  title?: string;
  log?: (line: string) => void;
}

export interface Emulator {
  readonly urls: Urls;
  readonly clock: SettableClock;
  readonly stack: Stack;
  /** SDK credentials of a role by logical id, or of the administrator. */
  credentialsFor(logicalRoleId: string): Credentials;
  /** The resolved Ref of a resource. */
  ref(logicalId: string): string;
  /** Resources of a type. */
  resources(type: string): Resource[];
  /** People who may log in. Throws when the template has no user pool. */
  readonly login: LoginAdmin;
  readonly stepFunctions: StepFunctions;
  readonly guardduty: GuardDuty;
  readonly ses: Ses;
  /** Invokes a function as the Lambda API would. */
  readonly invoke: InvokeFunction;
  /** Messages in a queue of the template: what streams, rules and schedules gave up. */
  deadLetters(logicalQueueId: string): QueueMessage[];
  /** Runs a schedule now, beside its plan. */
  fireSchedule(logicalId: string): void;
  /** Deletes expired items now instead of within the next minute; returns how many went. */
  sweepExpired(): Promise<number>;
  /**
   * Resolves when nothing moves any more: streams and events are delivered, state machines wait for a timer
   * or a signal. What people do meanwhile counts.
   */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** How long a stop waits for functions that are running. */
const graceMilliseconds = 2_000;

/** Runs the steps in turn, all of them, and throws the first error at the end. */
async function inTurn(steps: readonly (() => unknown)[]): Promise<void> {
  let failure: { error: unknown } | undefined;
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failure ??= { error };
    }
  }
  if (failure) throw failure.error;
}

/**
 * Starts everything, in this order: lock, ports, template (TemplateRefused names all that cannot be run),
 * parts, endpoints for handlers, streams and schedules, state machines, and last the door for people.
 * Throws FolderInUse when another process has the data folder.
 */
export async function startEmulator(options: StartOptions): Promise<Emulator> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => {});
  const title = options.title ?? 'Gremienweg';
  const undo: (() => unknown)[] = [lockFolder(dataDir)];
  try {
    const ports = await choosePorts(dataDir, options.port ?? 4510);
    const urls = urlsOf(ports);
    const template = typeof options.template === 'function' ? options.template(urls) : options.template;
    const stack = resolveTemplate(template, { webOrigin: urls.web });
    const clock = createClock(options.clockMode ?? 'real', join(dataDir, 'uhr.json'));
    undo.push(clock.stop);
    mkdirSync(dataDir, { recursive: true });

    const parts: Parts = await createParts({
      stack,
      root: options.root,
      dataDir,
      bundleDir: options.bundleDir,
      urls,
      clock,
      dynamoDbEndpoint: options.dynamoDbEndpoint ?? process.env.DYNAMODB_ENDPOINT,
      faults: options.faults ?? {},
      hasty: options.hasty ?? false,
      quickLogin: options.quickLogin ?? false,
      loginHint: options.loginHint,
      title,
      closing: (step) => undo.push(step),
      log,
    });
    const {
      dynamoDb,
      s3,
      ses,
      guardduty,
      stepFunctions,
      lambda,
      login,
      api,
      cloudFront,
      invoker,
      scheduler,
      pump,
    } = parts;
    const settled = async () => {
      // One round sets off the next: a scan publishes, an event's function writes, a stream's function puts.
      // Without a commit of the state machines in between, a second round finds nothing new.
      for (
        let before = -1, round = 0;
        round < 2 || stepFunctions.stats().transitions !== before;
        round += 1
      ) {
        before = stepFunctions.stats().transitions;
        await new Promise<void>((resolve) => clock.at(0, resolve));
        await guardduty.idle();
        await invoker.idle();
        await pump.idle();
        await stepFunctions.settled();
      }
    };

    const listeners: Listener[] = [];
    let door: Listener | undefined;
    undo.push(async () => {
      await door?.close();
      scheduler.stop();
      const ended = Promise.all([invoker.stop(), pump.stop(), stepFunctions.stop(), guardduty.stop()]);
      // What is not finished by then stays in the stores and comes again after the next start.
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, graceMilliseconds).unref())]);
      await lambda.stop();
      await ended;
      await Promise.all(listeners.map((listener) => listener.close(500)));
    });
    await lambda.ready();

    const aws = createAwsEndpoint({
      authenticate: createAuthenticate(parts.credentials, stack.region, clock),
      dynamoDb,
      stepFunctions,
      ses,
      log,
    });
    listeners.push(
      await listen(ports.aws, tellHostDate(clock, aws)),
      await listen(ports.files, tellHostDate(clock, s3.handle)),
    );
    invoker.start();
    guardduty.start();
    s3.start();
    pump.start();
    scheduler.start();
    dynamoDb.start();
    stepFunctions.start();
    const web = createWeb({
      title,
      login,
      inbox: ses.inboxHandler,
      edge: cloudFront ?? api?.handle,
      control: options.control ? createControl({ clock, fireSchedule: scheduler.fire, settled }) : undefined,
    });
    door = await listen(ports.web, web);

    let stopped: Promise<void> | undefined;
    return {
      urls,
      clock,
      stack,
      credentialsFor: (logicalRoleId) =>
        parts.credentials.of(
          logicalRoleId === 'root' ? rootArn : (stack.get(logicalRoleId).attributes.Arn ?? ''),
        ),
      ref: (logicalId) => stack.get(logicalId).ref,
      resources: (type) => stack.ofType(type),
      get login() {
        if (!login) throw new Error('The template has no user pool.');
        return login.admin;
      },
      stepFunctions,
      guardduty,
      ses,
      invoke: lambda.invoke,
      deadLetters: (logicalQueueId) => parts.queues.messages(stack.get(logicalQueueId).attributes.Arn ?? ''),
      fireSchedule: scheduler.fire,
      sweepExpired: dynamoDb.sweepExpired,
      settled,
      stop: () => {
        stopped ??= inTurn([...undo].reverse());
        return stopped;
      },
    };
  } catch (error) {
    await inTurn([...undo].reverse()).catch(() => {});
    throw error;
  }
}
