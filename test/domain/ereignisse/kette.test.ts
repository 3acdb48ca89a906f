import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { NeuesEreignis } from '../../../domain/ereignisse/ereignis.ts';
import { kanonisch } from '../../../domain/ereignisse/kanonisch.ts';
import { type GespeichertesEreignis, pruefeKette } from '../../../domain/ereignisse/kette.ts';
import { setzeTexteEin, type Verkettet, verketten } from '../../../domain/ereignisse/verketten.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const salz = (nr: number, ref: string) => sha256(`salz ${nr} ${ref}`).slice(0, 32);
const anfang = { koerperschaft: 'musterstadt', aggregat: 'Vorlage', id: 'v-1', nr: 0, kopf: null } as const;
const urheber = { person: 'p-1', vertretungFuer: null };
const zeit = '2026-03-02T09:00:00.000Z';
const kette = (neue: readonly NeuesEreignis[], ende: Parameters<typeof verketten>[0] = anfang): Verkettet[] =>
  verketten(ende, neue, urheber, zeit, salz, sha256);

/** Free text is at least 12 characters of a script that occurs nowhere else: findable in the bytes. */
const text = fc.stringMatching(/^[α-ω]{12,20}$/).map((t) => ({ freitext: t }));
const blatt = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.stringMatching(/^[a-z0-9]{0,8}$/));
const daten = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,6}$/),
  fc.oneof(
    blatt,
    text,
    fc.array(fc.oneof(blatt, text), { maxLength: 3 }),
    fc.record({ innen: text, zahl: blatt }),
  ),
  { maxKeys: 5 },
);
const neue = fc.array(fc.record({ art: fc.constantFrom('Angelegt', 'Geaendert'), daten }), {
  minLength: 1,
  maxLength: 6,
});

const alleTexte = (wert: unknown): string[] => {
  if (Array.isArray(wert)) return wert.flatMap(alleTexte);
  if (wert === null || typeof wert !== 'object') return [];
  if ('freitext' in wert && typeof wert.freitext === 'string') return [wert.freitext];
  return Object.values(wert).flatMap(alleTexte);
};
const nurGespeichert = (v: readonly Verkettet[]): GespeichertesEreignis[] =>
  v.map(({ bytes, hash }) => ({ bytes, hash }));
/** What lies in the record after a careful forger: the bytes changed, their hash computed anew. */
const gefaelscht = (bytes: string): GespeichertesEreignis => ({ bytes, hash: sha256(bytes) });

describe('verketten: Nummer, Vorgänger, Bytes', () => {
  it('jede Kette, die so entsteht, ist gültig; auch wenn sie in Stücken wächst', () => {
    fc.assert(
      fc.property(neue, neue, (a, b) => {
        const erste = kette(a);
        const zweite = kette(b, { ...anfang, nr: a.length, kopf: erste.at(-1)?.hash ?? null });
        const befund = pruefeKette([...erste, ...zweite], sha256);
        expect(befund).toEqual({
          gueltig: true,
          laenge: a.length + b.length,
          kopf: zweite.at(-1)?.hash,
          fehler: null,
        });
        expect(nurGespeichert([...erste, ...zweite])).toEqual(nurGespeichert(kette([...a, ...b])));
      }),
    );
  });

  it('die leere Kette ist gültig und hat keinen Kopf', () => {
    expect(pruefeKette([], sha256)).toEqual({ gueltig: true, laenge: 0, kopf: null, fehler: null });
  });

  it('der Umschlag nennt Person, Vertretung und Zeit; die Bytes sind kanonisch', () => {
    const [e] = verketten(
      anfang,
      [{ art: 'Angelegt', daten: { b: 1, a: undefined } }],
      { person: 'p-2', vertretungFuer: 'p-1' },
      zeit,
      salz,
      sha256,
    );
    expect(e?.ereignis).toEqual({
      schemaVersion: 1,
      koerperschaft: 'musterstadt',
      aggregat: 'Vorlage',
      id: 'v-1',
      nr: 1,
      art: 'Angelegt',
      version: 1,
      zeit,
      person: 'p-2',
      vertretungFuer: 'p-1',
      vorgaenger: null,
      daten: { b: 1 },
    });
    expect(e?.bytes).toBe(kanonisch(e?.ereignis));
    expect(e?.hash).toBe(sha256(e?.bytes ?? ''));
  });
});

describe('Freitext liegt nie in der Kette, nur sein gesalzener Hash', () => {
  it('kein Wort steht in den Bytes; eingesetzt ist alles wieder da', () => {
    fc.assert(
      fc.property(neue, (liste) => {
        for (const [i, v] of kette(liste).entries()) {
          const original = liste[i]?.daten;
          const worte = alleTexte(original);
          for (const wort of worte) expect(v.bytes).not.toContain(wort);
          expect(v.texte.map((t) => t.text)).toEqual(worte);
          expect(new Set(v.texte.map((t) => t.ref)).size).toBe(worte.length);
          for (const t of v.texte) expect(v.bytes).toContain(sha256(t.salz + t.text));
          const ablage = new Map(v.texte.map((t) => [t.ref, t.text]));
          const gelesen = JSON.parse(v.bytes).daten;
          expect(setzeTexteEin(gelesen, (ref) => ablage.get(ref) ?? null)).toEqual(original);
        }
      }),
    );
  });

  it('ein gelöschter Text liest sich als null, der andere bleibt, und die Kette gilt weiter', () => {
    const verkettet = kette([
      { art: 'A', daten: { grund: { freitext: 'Name' }, titel: [{ freitext: 'T' }] } },
    ]);
    const gelesen = JSON.parse(verkettet[0]?.bytes ?? '').daten;
    expect(setzeTexteEin(gelesen, (ref) => (ref === 't2' ? 'T' : null))).toEqual({
      grund: { freitext: null },
      titel: [{ freitext: 'T' }],
    });
    expect(pruefeKette(verkettet, sha256).gueltig).toBe(true);
  });

  it('gleiche Worte haben verschiedene Hashes: niemand errät sie durch Vergleich', () => {
    const [e] = kette([{ art: 'A', daten: { a: { freitext: 'Name' }, b: { freitext: 'Name' } } }]);
    const { a, b } = JSON.parse(e?.bytes ?? '').daten;
    expect(a.freitext.hash).not.toBe(b.freitext.hash);
  });

  it('ein schon gelöschter Text bleibt gelöscht', () => {
    const [e] = kette([{ art: 'A', daten: { a: { freitext: null } } }]);
    expect(e?.texte).toEqual([]);
    expect(setzeTexteEin(JSON.parse(e?.bytes ?? '').daten, () => 'x')).toEqual({ a: { freitext: null } });
  });
});

describe('jede Veränderung fällt auf', () => {
  const drei = kette(
    [1, 2, 3].map((n) => ({ art: 'Geaendert', daten: { n, grund: { freitext: `Grund ${n}` } } })),
  );
  const gespeichert = nurGespeichert(drei);
  const [a, b, c] = drei;
  if (!a || !b || !c) throw new Error('drei Ereignisse');

  it('jedes einzelne Byte, geändert, entfernt oder eingefügt: die Prüfsumme passt nicht mehr', () => {
    for (const [i, e] of gespeichert.entries()) {
      const bytes = Buffer.from(e.bytes, 'utf8');
      for (let stelle = 0; stelle < bytes.length; stelle++) {
        const anders = Buffer.from(bytes);
        anders[stelle] = (bytes[stelle] ?? 0) ^ 1;
        const ohne = Buffer.concat([bytes.subarray(0, stelle), bytes.subarray(stelle + 1)]);
        const mehr = Buffer.concat([bytes.subarray(0, stelle), Buffer.from('0'), bytes.subarray(stelle)]);
        for (const falsch of [anders, ohne, mehr]) {
          const versuch = gespeichert.with(i, { ...e, bytes: falsch.toString('utf8') });
          expect(pruefeKette(versuch, sha256)).toMatchObject({ gueltig: false, laenge: i });
        }
      }
    }
  });

  it('wer auch die Prüfsumme neu rechnet, bricht den Verweis des Nachfolgers', () => {
    for (const i of [0, 1]) {
      const bytes = gespeichert[i]?.bytes.replace(`"n":${i + 1}`, '"n":9') ?? '';
      const befund = pruefeKette(gespeichert.with(i, gefaelscht(bytes)), sha256);
      expect(befund).toMatchObject({ gueltig: false, laenge: i + 1 });
      expect(befund.fehler).toContain('Vorgänger');
    }
  });

  const umgeschrieben = (e: Verkettet, mehr: object) => gefaelscht(kanonisch({ ...e.ereignis, ...mehr }));
  const faelle = [
    ['vertauscht', [b, a, c], 0],
    ['die letzten vertauscht', [a, c, b], 1],
    ['das erste entfernt', [b, c], 0],
    ['das mittlere entfernt', [a, c], 1],
    ['eines doppelt', [a, b, b, c], 2],
    ['ein fremdes eingefügt', [a, gefaelscht(a.bytes), b, c], 1],
    ['ein passend nummeriertes eingefügt', [a, umgeschrieben(b, { art: 'Fremd' }), b, c], 2],
    ['Hash vertauscht', [{ ...a, hash: b.hash }, b, c], 0],
    ['aus einer anderen Akte', [a, umgeschrieben(b, { id: 'v-2' })], 1],
    ['von einer anderen Körperschaft', [a, umgeschrieben(b, { koerperschaft: 'nachbarort' })], 1],
    ['ohne Vorgänger', [a, umgeschrieben(b, { vorgaenger: null })], 1],
    ['das erste mit Vorgänger', [umgeschrieben(a, { vorgaenger: b.hash })], 0],
    ['kein JSON', [gefaelscht('{')], 0],
    ['ein Feld zu viel', [umgeschrieben(a, { mehr: 1 })], 0],
    ['ein Feld zu wenig', [umgeschrieben(a, { person: undefined })], 0],
    ['eine Zeit, die keine ist', [umgeschrieben(a, { zeit: 'gestern' })], 0],
  ] as const;
  test.each(faelle)('%s', (_, versuch, laenge) => {
    const befund = pruefeKette(versuch, sha256);
    expect(befund).toMatchObject({ gueltig: false, laenge });
    expect(befund.fehler).toMatch(new RegExp(`^Ereignis ${laenge + 1}: `));
  });

  describe('was am Ende geschieht, sieht nur, wer einen Anker hat', () => {
    const anker = { nr: 3, hash: c.hash };
    it('abgeschnitten: ohne Anker gültig, mit Anker nicht', () => {
      expect(pruefeKette([a, b], sha256).gueltig).toBe(true);
      expect(pruefeKette([a, b], sha256, anker)).toMatchObject({ gueltig: false, laenge: 2 });
      expect(pruefeKette([], sha256, anker).fehler).toContain('endet früher');
    });
    it('das letzte ausgetauscht: ohne Anker gültig, mit Anker nicht', () => {
      const versuch = [a, b, umgeschrieben(c, { art: 'Fremd' })];
      expect(pruefeKette(versuch, sha256).gueltig).toBe(true);
      expect(pruefeKette(versuch, sha256, anker).fehler).toContain('weicht vom Anker ab');
    });
    it('die ganze Kette neu geschrieben: nur der Anker sagt es', () => {
      const neu = kette([1, 2, 3].map((n) => ({ art: 'Erfunden', daten: { n } })));
      expect(pruefeKette(neu, sha256).gueltig).toBe(true);
      expect(pruefeKette(neu, sha256, anker).gueltig).toBe(false);
    });
    it('die echte Kette besteht vor jedem ihrer Anker, auch gewachsen', () => {
      for (const e of drei) {
        const frueher = { nr: e.ereignis.nr, hash: e.hash };
        expect(pruefeKette(drei, sha256, frueher).gueltig).toBe(true);
      }
    });
  });
});
