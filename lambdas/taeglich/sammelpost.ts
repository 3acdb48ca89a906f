import { zuLokal } from '../../domain/fristen/berlin.ts';
import { type Akte, alle } from '../aws/akte/akte.ts';
import { type Ausgang, ausgangseintrag, liesAusgang, neuerAusgang } from '../aws/akte/ausgang.ts';
import { lege, legeWenn, schreibeZusammen } from '../aws/akte/transaktion.ts';

/** News of one digest: with its mark each, they fit into one transaction. */
const jeMail = 30;

/**
 * The daily digest: everything that did not go out at once, one mail per person. The collected items are
 * marked in the same transaction that puts the mail, so a second run finds nothing to send twice.
 */
export async function sendeSammelpost(akte: Akte, jetzt: string): Promise<{ mails: number }> {
  const eintraege = await alle(akte, { pk: akte.schluessel.ausgangsstatus('sammel'), index: 'gsi1' });
  const jePerson = new Map<string, Ausgang[]>();
  for (const ausgang of eintraege.map(liesAusgang)) {
    const person = String(ausgang.daten.person);
    jePerson.set(person, [...(jePerson.get(person) ?? []), ausgang]);
  }
  const tag = zuLokal(jetzt).datum;
  let mails = 0;
  for (const [person, gesammelt] of jePerson) {
    for (let i = 0; i < gesammelt.length; i += jeMail) {
      const teil = gesammelt.slice(i, i + jeMail);
      const nachrichten = teil.flatMap((a) => a.daten.nachrichten as unknown[]);
      const schluessel = `sammelpost#${tag}#${person}#${teil[0]?.schluessel ?? i}`;
      const mail = neuerAusgang('mail', schluessel, { person, nachrichten }, jetzt);
      const lage = await schreibeZusammen(akte, [
        lege(akte, ausgangseintrag(akte, mail)),
        ...teil.map((a) =>
          legeWenn(akte, gesammeltIn(akte, a, schluessel, jetzt), 'status', 'sammel', 'sammel'),
        ),
      ]);
      if (lage.geschrieben) mails += 1;
    }
  }
  return { mails };
}

/** A collected item is done with its digest; whether that was sent is asked of the digest. */
function gesammeltIn(akte: Akte, a: Ausgang, sammelmail: string, jetzt: string) {
  const daten = { ...a.daten, sammelmail };
  return ausgangseintrag(akte, { ...a, status: 'erledigt', erledigtAm: jetzt, daten });
}
