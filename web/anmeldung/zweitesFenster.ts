import { NetzFehler } from '../api/fehler.ts';
import { ich } from '../app/ich.ts';
import { frageWer } from '../app/ladeIch.ts';
import { macheSpeicher } from '../app/speicher.ts';
import { anmeldeadresse, loeseEin } from './anfrage.ts';
import { machePkce, zufall } from './pkce.ts';
import { uebernimm } from './tokens.ts';

/*
 * The two windows only know each other by a channel of this origin: Cross-Origin-Opener-Policy cuts `opener`,
 * and a window that looks closed from here may be on the login page.
 */
const kanal = 'gw:anmeldung';
/** A login in a second window begins its state so. */
const kennung = 'f.';

interface Nachricht {
  readonly art: 'code' | 'angekommen';
  readonly state: string;
  readonly code?: string | null;
}

export function istAusZweitemFenster(state: string): boolean {
  return state.startsWith(kennung);
}

/** What the second window shows at its end. `angekommen`: the window that waits took the answer. */
export interface Rueckmeldung {
  readonly art: 'zweitesFenster';
  readonly angekommen: boolean;
}

/** How long the second window waits for the first one's word, in ms. */
const geduld = 3_000;

/** In the second window: hands the code over and closes. Stays open where nobody takes it, or it may not close. */
export function meldeZurueck(state: string, code: string | null): Promise<Rueckmeldung> {
  const post = new BroadcastChannel(kanal);
  return new Promise((fertig) => {
    const ende = (angekommen: boolean) => {
      clearTimeout(uhr);
      post.close();
      if (angekommen) window.close();
      fertig({ art: 'zweitesFenster', angekommen });
    };
    const uhr = setTimeout(() => ende(false), geduld);
    post.onmessage = ({ data }: MessageEvent<Nachricht>) => {
      if (data.art === 'angekommen' && data.state === state) ende(true);
    };
    post.postMessage({ art: 'code', state, code } satisfies Nachricht);
  });
}

/** How a login in the second window ended, where it does not simply go on. */
export type Ausgang =
  | { readonly art: 'gescheitert' | 'nichtErreichbar' }
  /** Somebody else: what waits here must not be sent in their name. */
  | { readonly art: 'anderePerson'; readonly name: string };

export const anmeldeausgang = macheSpeicher<Ausgang | null>(null);

export interface Wiederanmeldung {
  /** Where the second window goes; good until a login came back. */
  readonly adresse: string;
  readonly ende: () => void;
}

/**
 * Makes ready a login in a second window and waits for it, while this one keeps what was typed. Once the same
 * person is logged in again, the requests that wait go on.
 * @param frisch asks for the password even where the provider still knows somebody
 */
export async function bereiteWiederanmeldung(frisch: boolean): Promise<Wiederanmeldung> {
  const { geheimnis, aufgabe } = await machePkce();
  const state = kennung + zufall(16);
  const post = new BroadcastChannel(kanal);
  post.onmessage = async ({ data }: MessageEvent<Nachricht>) => {
    if (data.art !== 'code' || data.state !== state) return;
    post.postMessage({ art: 'angekommen', state } satisfies Nachricht);
    anmeldeausgang.setze(await schliesseAb(data.code ?? null, geheimnis));
  };
  return {
    adresse: anmeldeadresse(state, aufgabe, frisch ? '' : undefined),
    ende: () => post.close(),
  };
}

async function schliesseAb(code: string | null, geheimnis: string): Promise<Ausgang | null> {
  if (code === null) return { art: 'gescheitert' };
  try {
    const neu = await loeseEin(code, geheimnis);
    const wer = await frageWer(neu.zugang);
    if (wer.person !== ich.lies()?.person) return { art: 'anderePerson', name: wer.name };
    ich.setze(wer);
    uebernimm(neu);
    return null;
  } catch (fehler) {
    return { art: fehler instanceof NetzFehler ? 'nichtErreichbar' : 'gescheitert' };
  }
}
