import { useState } from 'preact/hooks';
import type { Stelle } from '../../../domain/rollen/stelle.ts';
import { einstellungen } from '../../api/einstellungen.ts';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { sage } from '../../app/ansage.ts';
import { Dialog } from '../../bausteine/Dialog.tsx';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import type { Vertretung } from '../ich/Vertretungen.tsx';
import { kennungAus } from './kennung.ts';
import { Stellenwahl } from './Stellenwahl.tsx';

/** GET /api/personen as the Systembetreuung sees it. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly login: { readonly issuer: string; readonly subject: string };
  readonly stellen: readonly Stelle[];
  readonly vertretungen: readonly Vertretung[];
}

export interface Personendialogangaben {
  /** null: a new one. */
  readonly person: Person | null;
  readonly onZu: () => void;
  readonly onGespeichert: () => void;
}

/** Creates a person, or corrects name, mail and Stellen. The login proves who somebody is and stays. */
export function Personendialog({ person, onZu, onGespeichert }: Personendialogangaben) {
  const [name, setzeName] = useState(person?.name ?? '');
  const [mail, setzeMail] = useState(person?.mail ?? '');
  const [subject, setzeSubject] = useState('');
  const [stellen, setzeStellen] = useState<readonly Stelle[]>(person?.stellen ?? []);
  const [fehler, setzeFehler] = useState<readonly Feldfehler[]>([]);
  const satz = (feld: string) => fehler.find((f) => f.feld === feld)?.satz;

  const speichere = async () => {
    const mangel: Feldfehler[] = [
      ...(name.trim() === '' ? [{ feld: 'name', satz: 'Bitte geben Sie den Namen an.' }] : []),
      ...(/^[^@\s]+@[^@\s]+$/.test(mail)
        ? []
        : [{ feld: 'mail', satz: 'Bitte geben Sie eine gültige E-Mail-Adresse an.' }]),
      ...(person === null && subject.trim() === ''
        ? [{ feld: 'subject', satz: 'Bitte geben Sie die Kennung der Anmeldung (sub) an.' }]
        : []),
    ];
    setzeFehler(mangel);
    if (mangel.length > 0) return;
    try {
      if (person === null) {
        const login = { issuer: einstellungen().login.issuer, subject: subject.trim() };
        const id = kennungAus(name.trim().split(/\s+/).at(-1) ?? '');
        await sende('POST', '/personen', { koerper: { id, name, mail, login, stellen } });
      } else {
        if (name !== person.name || mail !== person.mail) {
          await sende('PUT', `/personen/${person.id}`, { koerper: { name, mail } });
        }
        if (JSON.stringify(stellen) !== JSON.stringify(person.stellen)) {
          await sende('PUT', `/personen/${person.id}/stellen`, { koerper: { stellen } });
        }
      }
      sage(`${name} ist gespeichert.`);
      onGespeichert();
      onZu();
    } catch (f) {
      const genannt = f instanceof ApiFehler ? f.felder : [];
      setzeFehler(genannt.length > 0 ? genannt : [{ feld: 'name', satz: satzZu(f) }]);
    }
  };

  return (
    <Dialog
      titel={person ? `${person.name} ändern` : 'Person anlegen'}
      onZu={onZu}
      fuss={
        <>
          <Knopf art="secondary" onClick={onZu}>
            Abbrechen
          </Knopf>
          <Knopf onClick={speichere}>Speichern</Knopf>
        </>
      }
    >
      <Fehlersumme fehler={fehler} />
      <Textfeld name="name" label="Vor- und Nachname" wert={name} onWert={setzeName} fehler={satz('name')} />
      <Textfeld name="mail" label="E-Mail" art="email" wert={mail} onWert={setzeMail} fehler={satz('mail')} />
      {person === null && (
        <Textfeld
          name="subject"
          label="Kennung der Anmeldung"
          hinweis="Der Wert „sub“ aus der Benutzerverwaltung. Er sagt, wer jemand ist, und ändert sich nicht."
          wert={subject}
          onWert={setzeSubject}
          fehler={satz('subject') ?? satz('login.subject')}
        />
      )}
      <Stellenwahl stellen={stellen} onStellen={setzeStellen} />
    </Dialog>
  );
}
