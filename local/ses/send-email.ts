/** SendEmail of SES v2 as far as it is served: simple content or a raw message; the rest refused by name. */
import * as z from 'zod';
import { AwsError } from '../types.ts';

const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const addresses = z.array(z.string().min(3)).optional();

const sendEmail = z.strictObject({
  FromEmailAddress: z.string().min(3).optional(),
  Destination: z
    .strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  ReplyToAddresses: addresses,
  FeedbackForwardingEmailAddress: z.string().optional(),
  EmailTags: z.array(z.strictObject({ Name: z.string(), Value: z.string() })).optional(),
  ConfigurationSetName: z.string().optional(),
  Content: z.strictObject({
    Simple: z
      .strictObject({
        Subject: content,
        Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
        Headers: z
          .array(z.strictObject({ Name: z.string(), Value: z.string() }))
          .max(15)
          .optional(),
      })
      .optional(),
    Raw: z.strictObject({ Data: z.base64() }).optional(),
  }),
});

export type SendEmailInput = z.infer<typeof sendEmail>;

/** SES takes 50 recipients in one call. */
const mostRecipients = 50;
/** Bytes of a whole message. */
const largestMessage = 40 * 1024 * 1024;
/** RFC 5322, section 3.6.8: printable ASCII without the colon. */
const headerName = /^[!-9;-~]{1,126}$/;

/** Throws BadRequestException for what SES refuses, NotImplemented (501) for what only SES can do. */
export function parseSendEmail(body: string): SendEmailInput {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    throw new AwsError('SerializationException', 'The request is not JSON.', 400);
  }
  const parsed = sendEmail.safeParse(json);
  if (!parsed.success) throw refused(parsed.error);
  const input = parsed.data;
  const { Simple, Raw } = input.Content;
  if ((Simple === undefined) === (Raw === undefined))
    throw badRequest('Exactly one of Simple, Raw or Template must be given.');
  if (Buffer.byteLength(body) > largestMessage) throw badRequest('Email message is too long.');
  const count = recipientsOf(input).length;
  if (count > mostRecipients) throw badRequest(`Recipient count exceeds ${mostRecipients}.`);
  if (Simple && !Simple.Body.Text && !Simple.Body.Html) throw badRequest('Missing body.');
  for (const { Name, Value } of Simple?.Headers ?? []) {
    if (!headerName.test(Name) || reserved.has(Name.toLowerCase()))
      throw badRequest(`Header ${Name} is not allowed.`);
    if (/[\r\n]/.test(Value)) throw badRequest(`Header ${Name} contains a line break.`);
  }
  return input;
}

export function recipientsOf({ Destination }: SendEmailInput): string[] {
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = Destination ?? {};
  return [...ToAddresses, ...CcAddresses, ...BccAddresses];
}

/** Headers that SES sets itself and takes from nobody. */
const reserved = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'return-path',
  'sender',
  'reply-to',
]);

function refused(error: z.ZodError): AwsError {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
  );
  if (unknown.length > 0)
    return new AwsError(
      'NotImplemented',
      `The embedded SES does not implement ${unknown.join(', ')} in SendEmail.`,
      501,
    );
  return badRequest(z.prettifyError(error));
}

export function badRequest(message: string): AwsError {
  return new AwsError('BadRequestException', message, 400);
}
