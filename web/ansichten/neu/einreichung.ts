import type { Einreichen } from '../../../domain/vorlage/befehle/einreichen.ts';
import { einzeilig, kopfAus } from './formular.ts';
import type { Zustand } from './zustand.ts';

/** What is submitted: the checked files and the head as it stands in the form. */
export function einreichungskoerper(z: Pick<Zustand, 'papier' | 'anlagen' | 'formular'>): Einreichen {
  return {
    entwurf: z.papier?.id ?? '',
    anlagen: z.anlagen.map((a) => ({
      upload: a.datei.id ?? '',
      titel: einzeilig(a.titel),
      oeffentlich: a.oeffentlich,
    })),
    kopf: kopfAus(z.formular),
  };
}
