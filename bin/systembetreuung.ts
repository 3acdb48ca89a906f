import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { personAnlegenSchema } from '../domain/person/person.ts';
import { legeErsteSystembetreuungAn } from './werkzeug/ersteSystembetreuung.ts';

/**
 * `npm run systembetreuung -- --tabelle T --koerperschaft K --id ID --name N --mail M --issuer URL --subject S`:
 * the first account of an installation, written with the rights of whoever runs it (AWS credentials of the
 * environment). Everyone else is created through the API.
 */
const optionen = ['tabelle', 'koerperschaft', 'id', 'name', 'mail', 'issuer', 'subject'] as const;
const { values } = parseArgs({
  options: Object.fromEntries(optionen.map((o) => [o, { type: 'string' as const }])),
});
const schema = personAnlegenSchema.omit({ login: true, stellen: true }).extend({
  tabelle: z.string().min(1),
  koerperschaft: z.string().min(1),
  issuer: z.url(),
  subject: z.string().min(1),
});

const gelesen = schema.safeParse(values);
if (!gelesen.success) {
  console.error('Bitte alle Angaben machen:');
  for (const befund of gelesen.error.issues) console.error(`  --${befund.path.join('.')}: ${befund.message}`);
  process.exitCode = 2;
} else {
  const { tabelle, koerperschaft, id, name, mail, issuer, subject } = gelesen.data;
  const neu = await legeErsteSystembetreuungAn(
    new DynamoDBClient({}),
    tabelle,
    koerperschaft,
    { id, name, mail, login: { issuer, subject } },
    new Date().toISOString(),
    randomUUID(),
  );
  console.log(
    neu ? `${name} ist als Systembetreuung eingerichtet.` : `${id} gibt es schon; nichts geändert.`,
  );
}
