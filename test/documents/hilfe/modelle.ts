import fc from 'fast-check';
import type { Block, Dokumentmodell, Lauf } from '../../../documents/modell/schema.ts';

/** Text as people write it, with what XML, Word and the reader could stumble over; never blank. */
const text = fc
  .array(
    fc.constantFrom(
      'Bürger',
      'ß',
      ' ',
      'a&b',
      '<w:t>',
      '"Zitat"',
      '\u00a0',
      '\u00ad',
      '\u2011',
      '\t',
      '☐',
      '𝄞',
      'e\u0301',
      '1.',
      'x',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((stuecke) => `w${stuecke.join('')}`);

const gesetzt = fc.constantFrom(undefined, true as const);

/** Formatting as the reader writes it: only what is set. */
const format = fc
  .record({
    fett: gesetzt,
    kursiv: gesetzt,
    unterstrichen: gesetzt,
    durchgestrichen: gesetzt,
    kapitaelchen: gesetzt,
    stellung: fc.constantFrom(undefined, 'hoch' as const, 'tief' as const),
    verweis: fc.constantFrom(
      undefined,
      'https://musterstadt.example/a?b=1&c=2#d',
      'mailto:amt50@musterstadt.example',
    ),
    umbruch: gesetzt,
  })
  .map(
    ({ stellung, ...rest }): Omit<Lauf, 'text'> => ({
      ...Object.fromEntries(Object.entries(rest).filter(([, wert]) => wert !== undefined)),
      ...(stellung ? { [stellung]: true } : {}),
    }),
  );

/** Runs as the reader leaves them: neighbours of equal format are one run. */
const laeufe = fc.array(fc.tuple(text, format), { minLength: 1, maxLength: 4 }).map((roh) => {
  const ergebnis: Lauf[] = [];
  for (const [t, f] of roh) {
    const letzter = ergebnis.at(-1);
    const gleich = (lauf: Omit<Lauf, 'text'>) =>
      JSON.stringify(Object.entries({ ...lauf, text: '', umbruch: '' }).sort());
    if (letzter && !f.umbruch && gleich(letzter) === gleich(f)) letzter.text += t;
    else ergebnis.push({ text: t, ...f });
  }
  return ergebnis;
});

const absatz: fc.Arbitrary<Block> = fc
  .record({
    laeufe,
    ausrichtung: fc.constantFrom(undefined, 'rechts' as const, 'zentriert' as const, 'block' as const),
  })
  .map(({ laeufe: l, ausrichtung }) => ({
    art: 'absatz',
    laeufe: l,
    ...(ausrichtung ? { ausrichtung } : {}),
  }));

const zelle = fc.array(laeufe, { maxLength: 2 }).map((absaetze) => ({ absaetze }));
const gefuellt = laeufe.map((l) => ({ absaetze: [l] }));

/** Plain grids, and two shapes with spans; the first cell says something, else the table is nothing. */
const tabelle: fc.Arbitrary<Block> = fc.oneof(
  fc
    .record({
      spalten: fc.integer({ min: 1, max: 4 }),
      zeilen: fc.integer({ min: 1, max: 3 }),
      kopf: fc.integer({ min: 0, max: 1 }),
    })
    .chain(({ spalten, zeilen, kopf }) =>
      fc
        .tuple(
          gefuellt,
          fc.array(fc.array(zelle, { minLength: spalten, maxLength: spalten }), {
            minLength: zeilen,
            maxLength: zeilen,
          }),
        )
        .map(
          ([erste, z]): Block => ({
            art: 'tabelle',
            kopfzeilen: kopf,
            zeilen: z.map((zeile, i) => (i === 0 ? [erste, ...zeile.slice(1)] : zeile)),
          }),
        ),
    ),
  fc.tuple(gefuellt, zelle, zelle).map(
    ([a, b, c]): Block => ({
      art: 'tabelle',
      kopfzeilen: 1,
      zeilen: [[{ ...a, spalten: 2 }], [b, c]],
    }),
  ),
  fc.tuple(gefuellt, zelle, zelle, zelle).map(
    ([a, b, c, d]): Block => ({
      art: 'tabelle',
      kopfzeilen: 0,
      zeilen: [[{ ...a, zeilen: 2 }, b], [c], [d, { absaetze: [] }]],
    }),
  ),
);

type Roh =
  | { readonly block: Block }
  | { readonly ebene: number; readonly laeufe: Lauf[] }
  | { readonly punkt: Punkt };
type Punkt = { readonly liste: number; readonly ebene: number; readonly laeufe: Lauf[] };

const zaehlweisen = [
  { nummeriert: false },
  { nummeriert: true },
  { nummeriert: true, beginn: 4, format: 'kleinbuchstaben' as const, muster: '%1)' },
] as const;

/** Headings count on without gaps, lists are numbered as they appear, a level's first item says how it counts. */
function kanonisch(roh: readonly Roh[]): Block[] {
  const listen = new Map<number, { nummer: number; ebenen: Set<number> }>();
  let vorige = 0;
  return roh.map((stueck): Block => {
    if ('block' in stueck) return stueck.block;
    if ('ebene' in stueck) {
      vorige = Math.min(stueck.ebene, vorige + 1);
      return { art: 'ueberschrift', ebene: vorige, laeufe: stueck.laeufe };
    }
    const { liste, ebene, laeufe: l } = stueck.punkt;
    const stand = listen.get(liste) ?? { nummer: listen.size, ebenen: new Set<number>() };
    listen.set(liste, stand);
    const { nummeriert, ...angaben } = zaehlweisen[liste] ?? zaehlweisen[0];
    const erster = !stand.ebenen.has(ebene);
    stand.ebenen.add(ebene);
    const anfang = erster && nummeriert ? angaben : {};
    const muster = 'muster' in anfang ? { muster: `%${ebene + 1})` } : {};
    return { art: 'listenpunkt', ebene, nummeriert, liste: stand.nummer, ...anfang, ...muster, laeufe: l };
  });
}

const stueck: fc.Arbitrary<Roh> = fc.oneof(
  absatz.map((block) => ({ block })),
  tabelle.map((block) => ({ block })),
  fc.record({ ebene: fc.integer({ min: 1, max: 6 }), laeufe }),
  fc
    .record({ liste: fc.integer({ min: 0, max: 2 }), ebene: fc.integer({ min: 0, max: 3 }), laeufe })
    .map((punkt) => ({ punkt })),
);

/** Any model in the form that the reader gives: what is written and read again must be equal to it. */
export const modelle: fc.Arbitrary<Dokumentmodell> = fc
  .array(stueck, { minLength: 1, maxLength: 8 })
  .map((roh) => ({ schemaVersion: 1, bloecke: kanonisch(roh) }));
