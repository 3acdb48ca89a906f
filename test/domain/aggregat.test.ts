import { describe, expect, it, test } from 'vitest';
import { gremien, personen, sitzungen, vorlagen } from '../../domain/aggregat.ts';
import { aggregatarten } from '../../domain/ereignisse/ereignis.ts';
import { gremiumAnlegenSchema } from '../../domain/gremium/gremium.ts';

const herkunft = {
  id: 'rat',
  koerperschaft: 'musterstadt',
  nr: 1,
  zeit: '',
  person: 'x',
  vertretungFuer: null,
};

describe('die Akte kennt vier Arten von Aggregaten', () => {
  it('jede genau einmal', () => {
    expect([vorlagen, sitzungen, gremien, personen].map((a) => a.art)).toEqual([...aggregatarten]);
  });
  test.each([vorlagen, sitzungen, gremien, personen])(
    '$art liest kein Ereignis, das sie nicht kennt',
    (a) => {
      expect(() => a.lies('Unbekannt', {})).toThrow('Unbekanntes Ereignis');
    },
  );
});

describe('Gremium', () => {
  const e = gremien.lies('GremiumAngelegt', { name: 'Stadtrat', gesetzlicheZahl: 33 });
  const stand = gremien.standSchema.parse(gremien.wendeAn(null, e, herkunft));
  it('hat Namen und gesetzliche Zahl und steht in der Liste der Gremien', () => {
    expect(stand).toEqual({
      id: 'rat',
      koerperschaft: 'musterstadt',
      name: 'Stadtrat',
      gesetzlicheZahl: 33,
      nr: 1,
    });
    expect(gremien.projektionen(stand)).toEqual([
      { liste: 'GREMIEN', rang: 'G#rat', daten: { id: 'rat', name: 'Stadtrat' } },
    ]);
  });
  it('macht wie Sitzung und Person keine ausgehende Arbeit', () => {
    expect(gremien.folgearbeiten(e, null, stand)).toEqual([]);
  });
  test.each([
    ['ohne Namen', { name: ' ' }],
    ['mit null Mitgliedern', { gesetzlicheZahl: 0 }],
    ['mit halben Mitgliedern', { gesetzlicheZahl: 1.5 }],
    ['ohne gültige Kennung', { id: 'Stadt Rat' }],
  ])('%s wird keines angelegt', (_, falsch) => {
    const gut = { id: 'rat', name: 'Stadtrat', gesetzlicheZahl: 33 };
    expect(gremiumAnlegenSchema.safeParse(gut).success).toBe(true);
    expect(gremiumAnlegenSchema.safeParse({ ...gut, ...falsch }).success).toBe(false);
  });
});
