import { describe, expect, it } from 'vitest';
import {
  naechsteNummer,
  nummeriere,
  verschiebe,
  wechsleTeil,
} from '../../../web/ansichten/sitzung/vorbereiten/ordnen.ts';

const liste = (...tops: string[]) =>
  tops.map((t) => {
    const [top = '', name = ''] = t.split('=');
    return { top, name, oeffentlich: top.startsWith('Ö') };
  });
const bild = (tops: readonly { top: string; name: string }[]) => tops.map((t) => `${t.top}=${t.name}`);

describe('order of an agenda', () => {
  it.each([
    ['down', 0, 1, ['Ö 3=b', 'Ö 5.1=a', 'Ö 7=c', 'N 1=d']],
    ['up', 2, 0, ['Ö 3=c', 'Ö 5.1=a', 'Ö 7=b', 'N 1=d']],
    ['never into the other part', 2, 3, ['Ö 3=a', 'Ö 5.1=b', 'Ö 7=c', 'N 1=d']],
    ['nothing beyond the end', 0, 9, ['Ö 3=a', 'Ö 5.1=b', 'Ö 7=c', 'N 1=d']],
  ])('moves %s under numbers that stay', (_, von, nach, erwartet) => {
    expect(bild(verschiebe(liste('Ö 3=a', 'Ö 5.1=b', 'Ö 7=c', 'N 1=d'), von, nach))).toEqual(erwartet);
  });

  it('changes the part under a new number at its end', () => {
    expect(bild(wechsleTeil(liste('Ö 1=a', 'Ö 2=b', 'N 4=c'), 0))).toEqual(['Ö 2=b', 'N 4=c', 'N 5=a']);
    expect(bild(wechsleTeil(liste('Ö 1=a', 'N 1=c'), 1))).toEqual(['Ö 1=a', 'Ö 2=c']);
  });

  it('numbers one part without gaps and leaves the other', () => {
    expect(bild(nummeriere(liste('Ö 1=a', 'Ö 5.1=b', 'N 9=c'), true, 3))).toEqual([
      'Ö 3=a',
      'Ö 4=b',
      'N 9=c',
    ]);
  });

  it.each([
    [[], true, 'Ö 1'],
    [['Ö 2=a', 'Ö 10.3=b', 'N 30=c'], true, 'Ö 11'],
    [['Ö 2=a'], false, 'N 1'],
  ])('knows the next number of %j', (tops, oeffentlich, erwartet) => {
    expect(naechsteNummer(liste(...tops), oeffentlich)).toBe(erwartet);
  });
});
