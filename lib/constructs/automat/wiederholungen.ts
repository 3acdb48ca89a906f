import { Duration } from 'aws-cdk-lib';
import { JitterType, type RetryProps } from 'aws-cdk-lib/aws-stepfunctions';

/**
 * Lambda itself or the way to it had a fault, or the function ran into its own timeout. Passes by itself,
 * usually at once: waits 2, 4, 8, 16, 32, 60 s, about two minutes of wall time in all.
 */
const dienststoerung: RetryProps = {
  errors: [
    'Lambda.ServiceException',
    'Lambda.AWSLambdaException',
    'Lambda.SdkClientException',
    'Lambda.ClientExecutionTimeoutException',
    'Lambda.Unknown',
    'Sandbox.Timedout',
  ],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: 6,
  maxDelay: Duration.seconds(60),
  jitterStrategy: JitterType.FULL,
};

/**
 * The account's concurrency is used up. Only time helps, and many executions must not come back together:
 * waits 5, 10, 20, 40, 80, 160, 300, 300 s, about a quarter of an hour.
 */
const drosselung: RetryProps = {
  errors: ['Lambda.TooManyRequestsException'],
  interval: Duration.seconds(5),
  backoffRate: 2,
  maxAttempts: 8,
  maxDelay: Duration.minutes(5),
  jitterStrategy: JitterType.FULL,
};

/**
 * The function threw: DynamoDB throttled it, a transaction lost against another, a deployment was under way.
 * A fault in the program does not heal, so only three tries: 5, 15, 45 s, about a minute. States.TaskFailed
 * leaves States.Timeout out, which at a station is an outcome.
 */
const funktionsfehler: RetryProps = {
  errors: ['States.TaskFailed'],
  interval: Duration.seconds(5),
  backoffRate: 3,
  maxAttempts: 3,
  jitterStrategy: JitterType.FULL,
};

/**
 * A call whose answer got lost: the function has long ended when the task's 60 s are over. Two more tries,
 * about three minutes of wall time. Not where a task waits for people: there the timeout is an outcome.
 */
const antwortVerloren: RetryProps = {
  errors: ['States.Timeout'],
  interval: Duration.seconds(2),
  backoffRate: 2,
  maxAttempts: 2,
  jitterStrategy: JitterType.FULL,
};

/** For tasks that wait for a signal; Step Functions takes the first policy that names the error. */
export const beimWarten: readonly RetryProps[] = [dienststoerung, drosselung, funktionsfehler];

/** For tasks that call a function and take its answer. */
export const beimAufruf: readonly RetryProps[] = [antwortVerloren, ...beimWarten];
