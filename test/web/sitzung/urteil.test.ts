import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ergebnis, ergebnisSchema, verbleibe } from '../../../domain/ergebnis/schema.ts';
import { sichtFuer } from '../../../domain/rollen/sicht.ts';
import { pruefe } from '../../../domain/vorlage/befehle/ergebnis.ts';
import { beratungNr, type Vorlagenstand, vorlagenstandSchema } from '../../../domain/vorlage/stand.ts';
import { umgebung } from '../../../lambdas/api/vorlagenbefehl.ts';
import { urteile } from '../../../web/ansichten/sitzung/urteil.ts';
import {
  ausgang,
  geplant,
  inBeratung,
  kopf,
  montag,
  nachDerSitzung,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
} from '../../domain/vorlage/hilfen.ts';

const sitzungsdienst = {
  person: 'sekretaer',
  stellen: [{ rolle: 'Sitzungsdienst' as const, bereich: 'sozialausschuss', fuer: null }],
};

const zwei = kopf({
  gremienweg: [geplant(), geplant('rat', { datum: null, rolle: 'Entscheidung' })],
});
const nichtoeffentlich = kopf({
  gremienweg: [geplant('sozialausschuss', { oeffentlich: false, rolle: 'Vorberatung' }), geplant('rat')],
});

const staende: readonly [string, Vorlagenstand][] = [
  ['one Beratung', setzeAn(inBeratung(kopf()), 1)],
  ['the first of two', setzeAn(inBeratung(zwei), 1)],
  ['recorded before', schreibeErgebnis(setzeAn(inBeratung(zwei), 1), 1, ausgang())],
  ['released before', schliesseAb(setzeAn(inBeratung(zwei), 1), 1, ausgang())],
  ['nichtoeffentlich before an oeffentliche', inBeratung(nichtoeffentlich)],
];

const zahl = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
const text = fc.option(fc.constantFrom('', 'Wortlaut'), { nil: null });
const beliebig: fc.Arbitrary<Ergebnis> = fc
  .record({
    verbleib: fc.constantFrom(...verbleibe),
    kenntnis: fc.boolean(),
    geaendert: fc.boolean(),
    abstimmungen: fc.array(
      fc.record({
        gegenstand: fc.constantFrom('Sache', 'Verfahren', 'Aenderungsantrag', 'Teil'),
        wortlaut: text,
        richtung: fc.constantFrom('angenommen', 'abgelehnt'),
        mehrheit: fc.constantFrom('einstimmig', 'mehrheitlich', null),
        ja: zahl,
        nein: zahl,
        enthaltungen: zahl,
        ungueltig: zahl,
        massgeblich: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    folge: fc.option(
      fc.record({
        gremium: fc.constantFrom(null, 'rat'),
        sitzung: fc.constantFrom(null, 's-2'),
        terminOffen: fc.boolean(),
      }),
      { nil: null },
    ),
    wortlaut: text,
    vermerk: text,
  })
  .map((e) => ergebnisSchema.parse(e));

describe('the verdict in the browser', () => {
  it.each(staende)('is the one of the server: %s', (_, stand) => {
    // As the browser gets it: what this person may see, through JSON.
    const antwort = JSON.parse(JSON.stringify(sichtFuer(sitzungsdienst, stand).stand));
    const imBrowser = vorlagenstandSchema.parse(antwort);
    fc.assert(
      fc.property(beliebig, fc.constantFrom(montag, nachDerSitzung), (ergebnis, jetzt) => {
        const beratung = beratungNr(stand, 1);
        if (!beratung) throw new Error('no Beratung');
        const { erlaeuterungen, ...hier } = urteile(imBrowser, 1, ergebnis, jetzt) ?? { erlaeuterungen: [] };
        const dort = pruefe(
          stand,
          beratung,
          ergebnis,
          umgebung({ akteur: sitzungsdienst, jetzt }, stand, null),
        );
        expect(hier).toEqual(dort);
        if (dort.widersprueche.length > 0) expect(erlaeuterungen).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('knows none for a Beratung that is not there', () => {
    expect(urteile(setzeAn(inBeratung(kopf()), 1), 9, ausgang(), nachDerSitzung)).toBeNull();
  });
});
