import { useEffect, useState } from 'preact/hooks';
import { anmeldeausgang, bereiteWiederanmeldung, type Wiederanmeldung } from '../anmeldung/zweitesFenster.ts';
import { nutzeSpeicher } from './speicher.ts';

/** Leads to the login in a second window, while this one keeps what was typed. */
export function Anmeldeverweis({ text }: { readonly text: string }) {
  const ausgang = nutzeSpeicher(anmeldeausgang);
  const [bereit, setze] = useState<Wiederanmeldung | null>(null);

  // A login that came back is used up: each outcome makes the next one ready.
  useEffect(() => {
    let aktuell = true;
    let ende = () => {};
    void bereiteWiederanmeldung(ausgang?.art === 'anderePerson').then((neu) => {
      if (!aktuell) return neu.ende();
      ende = neu.ende;
      setze(neu);
    });
    return () => {
      aktuell = false;
      ende();
    };
  }, [ausgang]);

  if (!bereit) return null;
  return (
    <a
      class="kern-btn kern-btn--primary"
      href={bereit.adresse}
      target="_blank"
      rel="noopener"
      onClick={(klick) => {
        // Where no small window may open, the link opens a tab: a click on a link is always allowed.
        if (window.open(bereit.adresse, 'gremienweg-anmeldung', 'popup,width=520,height=720')) {
          klick.preventDefault();
        }
      }}
    >
      <span class="kern-label">
        {text} <span class="kern-sr-only">(neues Fenster)</span>
      </span>
    </a>
  );
}
