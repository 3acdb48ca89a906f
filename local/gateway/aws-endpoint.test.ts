import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AwsError, type Caller } from '../types.ts';
import { createAwsEndpoint } from './aws-endpoint.ts';
import { findPort, type Listener, listen } from './listen.ts';

const caller: Caller = { principalArn: 'arn:aws:iam::000000000000:role/Rolle' };
const heard: unknown[] = [];
const logged: string[] = [];
let port: number;
let listener: Listener;

/** The service's name comes with the request here; signatures have their own tests. */
const endpoint = createAwsEndpoint({
  authenticate: (req) => {
    const service = String(req.headers['x-service']);
    if (service === 'ohne') throw new AwsError('MissingAuthenticationTokenException', 'Missing Token', 403);
    return { service, caller };
  },
  dynamoDb: {
    handle: async (target, body, who) => {
      heard.push([target, body, who]);
      return { status: 400, body: '{"__type":"x#ConditionalCheckFailedException"}' };
    },
  },
  stepFunctions: {
    handle: async (operation, input) => {
      heard.push([operation, input]);
      if (operation === 'Bricht') throw new Error('geheimer Grund');
      if (operation === 'Weigert') throw new AwsError('TaskTimedOut', 'zu spät', 400, { mehr: 1 });
      return { fertig: true };
    },
  },
  ses: {
    handleRest: async (method, path, body) => {
      heard.push([method, path, body]);
      throw new AwsError('MessageRejected', 'nicht bestätigt', 400);
    },
  },
  log: (line) => logged.push(line),
});

beforeEach(async () => {
  heard.length = 0;
  logged.length = 0;
  port = await findPort(0);
  listener = await listen(port, endpoint);
});
afterEach(() => listener.close(0));

function post(service: string, target: string, body: string, path = '/') {
  return new Promise<{ status: number; headers: Record<string, unknown>; json: unknown }>(
    (resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          headers: { 'x-service': service, 'x-amz-target': target },
        },
        async (response) => {
          let text = '';
          for await (const chunk of response) text += chunk;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, json: JSON.parse(text) });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    },
  );
}

describe('each protocol', () => {
  it('DynamoDB: body and answer unchanged', async () => {
    const answer = await post('dynamodb', 'DynamoDB_20120810.PutItem', '{"TableName":  "Akte"}');
    expect(heard).toEqual([['DynamoDB_20120810.PutItem', '{"TableName":  "Akte"}', caller]]);
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      json: { __type: 'x#ConditionalCheckFailedException' },
    });
  });

  it('Step Functions: operation and input', async () => {
    const answer = await post('states', 'AWSStepFunctions.DescribeExecution', '{"executionArn":"a"}');
    expect(heard).toEqual([['DescribeExecution', { executionArn: 'a' }]]);
    expect(answer).toMatchObject({ status: 200, json: { fertig: true } });
  });

  it('SES: method and path, the error in a header', async () => {
    const answer = await post('ses', '', '{}', '/v2/email/outbound-emails');
    expect(heard).toEqual([['POST', '/v2/email/outbound-emails', '{}']]);
    expect(answer).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'MessageRejected' },
      json: { message: 'nicht bestätigt' },
    });
  });
});

describe('what fails', () => {
  const cases: [string, string, string, string, number, string][] = [
    ['a refusal keeps code, message and members', 'states', 'X.Weigert', '{}', 400, 'TaskTimedOut'],
    ['no signature', 'ohne', 'X.Y', '{}', 403, 'MissingAuthenticationTokenException'],
    ['a service that is not there', 'sqs', 'X.Y', '{}', 501, 'UnknownOperationException'],
    ['a body that is not JSON', 'states', 'X.Y', '{', 400, 'SerializationException'],
    ['a fault of the host', 'states', 'X.Bricht', '{}', 500, 'InternalServerError'],
  ];
  it.each(cases)('%s', async (_name, service, target, body, status, code) => {
    const answer = await post(service, target, body);
    expect(answer).toMatchObject({ status, json: { __type: code } });
    expect(JSON.stringify(answer.json)).not.toContain('geheimer Grund');
  });

  it('a fault of the host goes to the log with its reason', async () => {
    await post('states', 'X.Bricht', '{}');
    expect(logged.join()).toContain('geheimer Grund');
  });
});
