import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verketten } from '../../../domain/ereignisse/verketten.ts';
import { befundInWorten } from '../../../web/ansichten/vorlage/kettenbefund.ts';
import { pruefeHier } from '../../../web/app/kettenpruefung.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const kette = verketten(
  { koerperschaft: 'k', aggregat: 'Vorlage', id: 'v-1', nr: 0, kopf: null },
  [
    { art: 'Zurueckgezogen', daten: { grund: { freitext: 'ä' } } },
    { art: 'Zurueckgezogen', daten: { grund: { freitext: 'ö' } } },
  ],
  { person: 'jana', vertretungFuer: null },
  '2026-04-22T08:00:00.000Z',
  () => 'salz',
  sha256,
).map(({ bytes, hash }) => ({ bytes, hash }));

describe('the chain in the browser', () => {
  it('is recomputed and found unchanged', async () => {
    const befund = await pruefeHier(kette);
    expect(befund.kopf).toBe(kette[1]?.hash);
    expect(befundInWorten(befund)).toBe('Geprüft: 2 Einträge, unverändert');
  });

  it.each([0, 1])('names a changed entry %i', async (i) => {
    const anders = kette.map((e, j) => (j === i ? { ...e, bytes: e.bytes.replace('jana', 'tilo') } : e));
    const befund = await pruefeHier(anders);
    expect(befundInWorten(befund)).toBe(
      `Nicht in Ordnung: Ereignis ${i + 1}: Die Bytes passen nicht zur Prüfsumme.`,
    );
  });
});
