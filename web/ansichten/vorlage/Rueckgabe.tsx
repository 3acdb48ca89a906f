import { useEffect, useRef, useState } from 'preact/hooks';
import type { Freigabeweg } from '../../../domain/freigabeweg/freigabeweg.ts';
import { nutzeDa } from '../../app/nutzeDa.ts';
import { setzeAbfrage } from '../../app/ort.ts';
import { Textbereich } from '../../bausteine/Feld.tsx';
import { Knopf } from '../../bausteine/Knopf.tsx';
import { nutzeGemerktes } from '../../speicher/gemerkt.ts';
import { gesehen, type Kastenangaben } from './kasten.ts';
import { nachRueckgabe } from './wieWeiter.ts';

/** Sending back, with the reason that the clerk needs. */
export function Rueckgabe({ stand, namen, handlung, weg }: Kastenangaben & { readonly weg: Freigabeweg }) {
  const form = useRef<HTMLFormElement>(null);
  const da = nutzeDa();
  const [grund, setze, vergiss] = nutzeGemerktes(`vorlage:${stand.id}:${stand.wartenummer}:grund`, '');
  const [fehlt, setzeFehlt] = useState(false);
  const insFeld = () => form.current?.querySelector('textarea')?.focus();
  useEffect(insFeld, []);

  const gibZurueck = async () => {
    if (grund.trim() === '') {
      setzeFehlt(true);
      return insFeld();
    }
    const getan = await handlung.tue({
      methode: 'POST',
      pfad: '/entscheidungen',
      koerper: { ...gesehen(stand), entscheidung: 'zurueckgewiesen', begruendung: grund },
      satz: `${stand.nummer} wird zurückgegeben`,
      danach: `${stand.nummer} ist zur Überarbeitung zurückgegeben.`,
      text: grund,
    });
    if (!getan) return;
    vergiss();
    // Somebody may be at the next Vorlage already.
    if (da.current) setzeAbfrage({ tun: null });
  };

  return (
    <form
      class="gw-stapel"
      ref={form}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        if (!handlung.laeuft) void gibZurueck();
      }}
    >
      <Textbereich
        name="begruendung"
        label="Warum geben Sie die Vorlage zurück?"
        hinweis="Das Amt liest die Begründung und arbeitet danach weiter. Was Sie tippen, bleibt hier stehen, bis es gesendet ist."
        wert={grund}
        onWert={(w) => {
          setze(w);
          if (w.trim() !== '') setzeFehlt(false);
        }}
        hoechstlaenge={5_000}
        fehler={fehlt ? 'Bitte begründen Sie die Rückgabe, damit das Amt weiß, was zu tun ist.' : undefined}
      />
      <p>{nachRueckgabe(stand, weg, namen)}</p>
      <div class="gw-knoepfe">
        <Knopf senden symbol="arrow-back" laeuft={handlung.laeuft}>
          Zurückgeben
        </Knopf>
        <Knopf art="tertiary" onClick={() => setzeAbfrage({ tun: null })} laeuft={handlung.laeuft}>
          Doch nicht
        </Knopf>
      </div>
    </form>
  );
}
