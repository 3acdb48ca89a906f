import { useState } from 'preact/hooks';
import { ApiFehler, satzZu } from '../../api/fehler.ts';
import { sende } from '../../api/klient.ts';
import { nutzeAbfrage } from '../../app/abfrage.ts';
import { sage } from '../../app/ansage.ts';
import { Fehleranzeige } from '../../bausteine/Fehleranzeige.tsx';
import { Fehlersumme, type Feldfehler } from '../../bausteine/Fehlersumme.tsx';
import { Textfeld } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { Laedt } from '../../bausteine/Laedt.tsx';
import { Leer } from '../../bausteine/Leer.tsx';
import { Seite } from '../../bausteine/Seite.tsx';
import { merkeGremien } from '../../format/stelle.ts';
import { Betriebsmenue } from './Betriebsmenue.tsx';
import { kennungAus } from './kennung.ts';

/** The Gremien of the town, and new ones. */
export default function Gremien() {
  const liste = nutzeAbfrage<{ eintraege: readonly { id: string; name: string }[] }>('/gremien');
  const [name, setzeName] = useState('');
  const [zahl, setzeZahl] = useState('');
  const [fehler, setzeFehler] = useState<readonly Feldfehler[]>([]);
  const satz = (feld: string) => fehler.find((f) => f.feld === feld)?.satz;
  const lege = async () => {
    const mangel: Feldfehler[] = [
      ...(kennungAus(name) === ''
        ? [{ feld: 'name', satz: 'Bitte geben Sie den Namen des Gremiums an.' }]
        : []),
      ...(zahl !== '' && !/^[1-9]\d{0,2}$/.test(zahl)
        ? [{ feld: 'gesetzlicheZahl', satz: 'Bitte geben Sie die Mitgliederzahl als Zahl von 1 bis 500 an.' }]
        : []),
    ];
    setzeFehler(mangel);
    if (mangel.length > 0) return;
    try {
      const gesetzlicheZahl = zahl === '' ? null : Number(zahl);
      await sende('POST', '/gremien', {
        koerper: { id: kennungAus(name), name: name.trim(), gesetzlicheZahl },
      });
      setzeName('');
      setzeZahl('');
      sage('Das Gremium ist angelegt.');
      liste.neu();
    } catch (f) {
      const genannt = f instanceof ApiFehler ? f.felder : [];
      setzeFehler(genannt.length > 0 ? genannt : [{ feld: 'name', satz: satzZu(f) }]);
    }
  };
  if (liste.daten) merkeGremien(liste.daten.eintraege);
  return (
    <Seite titel="Systembetreuung: Gremien">
      <Betriebsmenue hier="/betrieb/gremien" />
      {liste.fehler !== null && <Fehleranzeige fehler={liste.fehler} erneut={liste.neu} />}
      {!liste.daten && liste.laedt && <Laedt was="Liste" />}
      {liste.daten?.eintraege.length === 0 && <Leer titel="Noch kein Gremium angelegt." symbol="add" />}
      {liste.daten && liste.daten.eintraege.length > 0 && (
        <ul class="kern-list">
          {liste.daten.eintraege.map((g) => (
            <li key={g.id}>
              {g.name} <span class="gw-leise">({g.id})</span>
            </li>
          ))}
        </ul>
      )}
      <form
        class="gw-stapel"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void lege();
        }}
      >
        <h2 class="kern-heading-medium">Gremium anlegen</h2>
        <Fehlersumme fehler={fehler} />
        <Textfeld
          name="name"
          label="Name"
          hinweis={name === '' ? undefined : `Kennung: ${kennungAus(name)}`}
          wert={name}
          onWert={setzeName}
          fehler={satz('name') ?? satz('id')}
        />
        <Textfeld
          name="gesetzlicheZahl"
          label="Gesetzliche Zahl der Mitglieder, mit Vorsitz"
          freiwillig
          eingabemodus="numeric"
          wert={zahl}
          onWert={setzeZahl}
          fehler={satz('gesetzlicheZahl')}
        />
        <div class="gw-knoepfe">
          <Knopf senden>Gremium anlegen</Knopf>
        </div>
      </form>
    </Seite>
  );
}
