/**
 * The embedded SES v2: takes mail from verified senders and keeps it in an inbox that a browser can read.
 *
 *     const ses = createSes({ store, clock, authorize, region, verifiedIdentities: ['musterstadt.example'] });
 *     await ses.handleRest('POST', '/v2/email/outbound-emails', body, caller);
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Store } from '../store/store.ts';
import { type Authorize, AwsError, account, type Caller, type HostClock } from '../types.ts';
import { bareAddress, bounces } from './address.ts';
import { createInboxHandler } from './inbox.ts';
import { type Mail, openMailbox } from './mailbox.ts';
import { readMessage, writeMessage } from './mime.ts';
import { badRequest, parseSendEmail, recipientsOf, type SendEmailInput } from './send-email.ts';

export interface SesOptions {
  store: Store;
  clock: HostClock;
  authorize: Authorize;
  region: string;
  /** Addresses and whole domains that mail may come from. */
  verifiedIdentities: readonly string[];
  /** Configuration sets that exist; one that does not is refused as SES refuses it. */
  configurationSets?: readonly string[] | undefined;
}

export interface Ses {
  /** One call of the REST API: the answer's JSON. Throws AwsError. */
  handleRest(method: string, path: string, body: string, caller: Caller): Promise<Record<string, unknown>>;
  /** Serves everything under /_postfach. */
  inboxHandler(req: IncomingMessage, res: ServerResponse): void;
  /** All mail, newest first. */
  mails(): Mail[];
}

export function createSes(options: SesOptions): Ses {
  const { clock, authorize, region } = options;
  const mailbox = openMailbox(options.store);
  const arn = (resource: string) => `arn:aws:ses:${region}:${account}:${resource}`;

  function sendEmail(input: SendEmailInput, caller: Caller): Record<string, unknown> {
    const raw = input.Content.Raw ? Buffer.from(input.Content.Raw.Data, 'base64') : undefined;
    const received = raw && readMessage(raw.toString('latin1'));
    const header = (name: string) =>
      received?.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? '';
    const from = input.FromEmailAddress ?? header('from');
    const named = recipientsOf(input);
    const recipients =
      named.length > 0 ? named : splitAddresses(`${header('to')},${header('cc')},${header('bcc')}`);
    if (recipients.length === 0) throw badRequest('Destination must contain at least one recipient.');
    const malformed = [from, ...recipients].filter((address) => bareAddress(address) === '');
    if (malformed.length > 0) throw badRequest(`Illegal address: ${malformed.join(', ')}`);

    const identity = verifiedIdentity(from, options.verifiedIdentities);
    const context = { 'ses:FromAddress': bareAddress(from), 'ses:Recipients': recipients.map(bareAddress) };
    authorize(caller, 'ses:SendEmail', arn(`identity/${identity ?? bareAddress(from)}`), context);
    const set = input.ConfigurationSetName;
    if (set !== undefined) {
      authorize(caller, 'ses:SendEmail', arn(`configuration-set/${set}`), context);
      if (!options.configurationSets?.includes(set))
        throw new AwsError('NotFoundException', `Configuration set <${set}> does not exist.`, 404);
    }
    if (identity === undefined)
      throw new AwsError(
        'MessageRejected',
        `Email address is not verified. The following identities failed the check in region ${region.toUpperCase()}: ${from}`,
        400,
      );

    const now = clock.now();
    const id = messageId(now);
    const message = received ?? composed(input, from, id, now, region);
    const bounced = recipients.filter(bounces);
    mailbox.add(
      {
        id,
        an: recipients,
        von: from,
        betreff: message.headers.find(([name]) => name.toLowerCase() === 'subject')?.[1] ?? '',
        zeit: new Date(now).toISOString(),
        zustellung: bounced.length > 0 ? 'unzustellbar' : 'zugestellt',
        unzustellbarAn: bounced,
        kopfzeilen: message.headers.map(([name, value]) => [name, value]),
        text: message.text ?? '',
        html: message.html ?? '',
      },
      raw ?? Buffer.from(writeMessage(message, `=_${randomBytes(12).toString('hex')}`)),
    );
    return { MessageId: id };
  }

  return {
    async handleRest(method, path, body, caller) {
      if (method === 'POST' && path === '/v2/email/outbound-emails')
        return sendEmail(parseSendEmail(body), caller);
      throw new AwsError('NotImplemented', `The embedded SES does not implement ${method} ${path}.`, 501);
    },
    inboxHandler: createInboxHandler(mailbox),
    mails: mailbox.list,
  };
}

/** The identity a sender may use: its own address first, else its domain or one above it. */
function verifiedIdentity(from: string, identities: readonly string[]): string | undefined {
  const address = bareAddress(from);
  const [, domain = ''] = address.split('@');
  const exact = identities.find((identity) => identity.toLowerCase() === address);
  return exact ?? identities.find((identity) => `.${domain}`.endsWith(`.${identity.toLowerCase()}`));
}

function composed(input: SendEmailInput, from: string, id: string, now: number, region: string) {
  const { Simple } = input.Content;
  const { ToAddresses = [], CcAddresses = [] } = input.Destination ?? {};
  const headers: [string, string][] = [
    ['From', from],
    ['To', ToAddresses.join(', ')],
    ['Cc', CcAddresses.join(', ')],
    ['Reply-To', input.ReplyToAddresses?.join(', ') ?? ''],
    ['Subject', (Simple?.Subject.Data ?? '').replace(/[\r\n]+/g, ' ')],
    ['Date', new Date(now).toUTCString().replace('GMT', '+0000')],
    ['Message-ID', `<${id}@${region}.amazonses.com>`],
    ...(Simple?.Headers ?? []).map(({ Name, Value }): [string, string] => [Name, Value]),
  ];
  return {
    headers: headers.filter(([, value]) => value !== ''),
    text: Simple?.Body.Text?.Data,
    html: Simple?.Body.Html?.Data,
  };
}

function splitAddresses(list: string): string[] {
  return list
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/** SES's ids begin with the time in hexadecimal. */
function messageId(now: number): string {
  const random = randomBytes(16).toString('hex');
  const groups = [
    random.slice(0, 8),
    random.slice(8, 12),
    random.slice(12, 16),
    random.slice(16, 20),
    random.slice(20),
  ];
  return `${now.toString(16).padStart(16, '0')}-${groups.join('-')}-000000`;
}
