import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import * as z from 'zod';
import { personen, vorlagen } from '../../domain/aggregat.ts';
import { ohneVertrauliches } from '../../domain/nachrichten/ausEreignis.ts';
import { type Nachricht, nachrichtSchema } from '../../domain/nachrichten/nachricht.ts';
import { istOeffentlich } from '../../domain/vorlage/stand.ts';
import { schreibeMail } from '../../templates/mail/mail.ts';
import type { Akte } from '../aws/akte/akte.ts';
import type { Ausgang } from '../aws/akte/ausgang.ts';
import { lade } from '../aws/akte/laden.ts';
import type { Schreibvorgang } from '../aws/akte/transaktion.ts';
import { sha256 } from '../aws/pruefsumme.ts';

const mailSchema = z.object({ person: z.string(), nachrichten: z.array(nachrichtSchema).min(1) });

/**
 * Sends one mail. The mail service keeps no promise of "once": a crash between its answer and our mark
 * sends it again, with the same X-Gremienweg-Mail-Id, the only duplicate that is tolerated.
 */
export async function sende(
  akte: Akte,
  ses: SESv2Client,
  absender: string,
  adresse: string,
  ausgang: Ausgang,
): Promise<readonly Schreibvorgang[]> {
  const { person, nachrichten } = mailSchema.parse(ausgang.daten);
  const empfaenger = await lade(akte, personen, person);
  if (!empfaenger) throw new Error(`Die Person ${person} gibt es nicht.`);
  const jetzige = await Promise.all(nachrichten.map((n) => wieEsJetztIst(akte, n)));
  const mail = schreibeMail(jetzige, { name: empfaenger.stand.name, adresse });
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: absender,
      Destination: { ToAddresses: [empfaenger.stand.mail] },
      Content: {
        Simple: {
          Subject: { Data: mail.betreff, Charset: 'UTF-8' },
          Body: { Text: { Data: mail.text, Charset: 'UTF-8' }, Html: { Data: mail.html, Charset: 'UTF-8' } },
          Headers: [
            { Name: 'X-Gremienweg-Mail-Id', Value: sha256(ausgang.schluessel).slice(0, 32) },
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
          ],
        },
      },
    }),
  );
  return [];
}

/** A message may have waited for the digest: what became nichtoeffentlich meanwhile does not leave either. */
async function wieEsJetztIst(akte: Akte, n: Nachricht): Promise<Nachricht> {
  if (n.vorlage === null || !n.oeffentlich) return n;
  const vorlage = await lade(akte, vorlagen, n.vorlage);
  return vorlage && !istOeffentlich(vorlage.stand) ? ohneVertrauliches(n) : n;
}
