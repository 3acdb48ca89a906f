import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { laufe } from '../../bin/kill/lauf.ts';
import { todesplan } from '../../bin/kill/plan.ts';
import { unterschiede } from '../../bin/kill/vergleiche.ts';

const optionen = { buendel: join(tmpdir(), 'gremienweg-test-buendel'), sage: () => {} };

describe('kill -9 des ganzen Prozesses', () => {
  it('verliert nichts: derselbe Weg mit Toden endet in derselben Akte, denselben Papieren und derselben Post', async () => {
    const [tode = []] = todesplan(4, 20_261_122);
    const [soll, ist] = await Promise.all([laufe({ ...optionen, tode: [] }), laufe({ ...optionen, tode })]);
    expect(ist.tode).toEqual(tode);
    expect(unterschiede(soll, ist)).toEqual([]);
    expect(Object.keys(soll.papiere)).toHaveLength(10);
    expect(soll.doppelteMails).toBe(0);
  }, 240_000);

  it('sieht jeden Verlust: der Vergleich findet fehlende und veränderte Ereignisse, Papiere und Mails', () => {
    const ganz = { ketten: { a: '1 2' }, papiere: { p: 'x' }, post: ['m', 'n'], doppelteMails: 0, tode: [] };
    expect(unterschiede(ganz, ganz)).toEqual([]);
    expect(unterschiede(ganz, { ...ganz, ketten: { a: '1' } })).toEqual(['ketten: a weicht ab']);
    expect(unterschiede(ganz, { ...ganz, ketten: {} })).toEqual(['ketten: a fehlt']);
    expect(unterschiede(ganz, { ...ganz, papiere: { p: 'x', q: 'y' } })).toEqual(['papiere: q ist zu viel']);
    expect(unterschiede(ganz, { ...ganz, post: ['m'] })).toEqual(['post: fehlt: n']);
    expect(unterschiede(ganz, { ...ganz, post: ['m', 'n', 'n'] })).toEqual(['post: zu viel: n']);
    expect(unterschiede(ganz, { ...ganz, doppelteMails: 1 })).toEqual(['post: 1 Doppel bei 0 Toden']);
  });
});
