import { lehneAb } from '../../gemeinsam/antwort.ts';
import type { Vorlagenstand } from '../stand.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';
import { type Kopf, kopfInsEreignis } from './kopf.ts';

/** Changes the head of a draft that was not submitted yet. */
export function aendere(stand: Vorlagenstand, kopf: Kopf): Entscheidung {
  if (stand.phase !== 'entwurf') {
    return lehneAb(
      'KEIN_ENTWURF',
      'Die Vorlage ist schon eingereicht. Änderungen gehen nur noch als neue Fassung ein.',
    );
  }
  return schreibe({ art: 'EntwurfGeaendert', daten: kopfInsEreignis(kopf) });
}
