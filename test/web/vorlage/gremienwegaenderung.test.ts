import { describe, expect, it } from 'vitest';
import { gremienwegAendernSchema } from '../../../domain/vorlage/befehle/gremienwegAendern.ts';
import { alsAngabe, alsBefehl } from '../../../web/ansichten/vorlage/gremienwegaenderung.ts';
import { neueBeratung } from '../../../web/bausteine/beratungsangabe.ts';
import { Lauf } from './lauf.ts';

describe('the open Gremienweg', () => {
  const [erste, zweite] = new Lauf().lege().reicheEin().vorlage.gremienweg.map(alsAngabe);
  if (!erste || !zweite) throw new Error('two Beratungen');

  it('goes into the builder and back unchanged, as the command takes it', () => {
    const beratungen = alsBefehl([erste, zweite]);
    expect(gremienwegAendernSchema.parse({ beratungen, begruendung: 'x' }).beratungen).toEqual([
      { nr: 1, gremium: 'sozialausschuss', rolle: 'Kenntnisnahme', datum: '2026-04-22', oeffentlich: true },
      { nr: 2, gremium: 'stadtrat', rolle: 'Kenntnisnahme', datum: null, oeffentlich: true },
    ]);
  });

  it('keeps the numbers of moved ones and gives new ones none', () => {
    const neu = { ...neueBeratung(), gremium: 'jugendhilfeausschuss' };
    expect(alsBefehl([zweite, neu, erste])?.map((b) => b.nr)).toEqual([2, null, 1]);
  });

  it('is no command while a Gremium is missing', () => {
    expect(alsBefehl([erste, neueBeratung()])).toBeNull();
  });
});
