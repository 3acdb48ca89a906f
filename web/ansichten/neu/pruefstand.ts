import type { Upload, Uploadlage } from '../../../domain/upload/upload.ts';

/** How far the check of a file is (GET /vorlagen/{id}/uploads/{upload}). */
export type Pruefstand = Uploadlage &
  Pick<Upload, 'id' | 'inhalt' | 'verdikt' | 'befunde' | 'felder' | 'anlagentitel'>;

/** A file on its way: waiting for its turn, being sent, interrupted, or with the server. */
export type Uploadstand =
  | { readonly art: 'wartet' }
  | { readonly art: 'sendet'; readonly gesendet: number; readonly gesamt: number }
  | {
      readonly art: 'unterbrochen';
      readonly satz: string;
      /** False after a reload: the browser no longer has the file, it must be chosen again. */
      readonly wiederholbar: boolean;
    }
  | { readonly art: 'beimServer'; readonly stand: Pruefstand | null; readonly lange: boolean };

export interface Schritt {
  readonly name: string;
  readonly zustand: 'offen' | 'laeuft' | 'gut' | 'schlecht';
}

/** The three states that people are told: hochgeladen, wird geprüft, Ergebnis. */
export function schritteVon(u: Uploadstand): readonly Schritt[] {
  const drei = (
    a: Schritt['zustand'],
    b: Schritt['zustand'],
    c: Schritt['zustand'],
    ergebnis = 'Ergebnis',
  ): readonly Schritt[] => [
    { name: a === 'gut' ? 'Hochgeladen' : 'Hochladen', zustand: a },
    { name: b === 'gut' ? 'Geprüft' : 'Wird geprüft', zustand: b },
    { name: ergebnis, zustand: c },
  ];
  if (u.art === 'unterbrochen') return drei('schlecht', 'offen', 'offen');
  if (u.art !== 'beimServer') return drei('laeuft', 'offen', 'offen');
  if (u.stand?.zustand === 'geprueft') return drei('gut', 'gut', 'gut', 'Angenommen');
  if (u.stand?.zustand === 'abgelehnt') return drei('gut', 'gut', 'schlecht', 'Nicht angenommen');
  return drei('gut', 'laeuft', 'offen');
}

export function istFertig(stand: Pruefstand | null): boolean {
  return stand?.zustand === 'geprueft' || stand?.zustand === 'abgelehnt';
}

/** Pause before the n-th question (from 0), in ms: at first often, later rarely. */
export function pauseVor(versuch: number): number {
  return Math.min(400 * 1.4 ** versuch, 5_000);
}

/** Why a file cannot be submitted yet, or null. */
export function uploadmangel(was: string, u: Uploadstand | undefined): string | null {
  if (!u || u.art === 'wartet' || u.art === 'sendet')
    return `${was} wird noch hochgeladen. Bitte warten Sie.`;
  if (u.art === 'unterbrochen')
    return `${was} ist nicht angekommen. Bitte laden Sie die Datei noch einmal hoch.`;
  if (u.stand?.zustand === 'geprueft') return null;
  if (u.stand?.zustand === 'abgelehnt') {
    return `${was} wurde nicht angenommen. Bitte berichtigen Sie die Datei und laden Sie sie neu hoch.`;
  }
  return `${was} wird noch geprüft. Bitte warten Sie einen Moment.`;
}
