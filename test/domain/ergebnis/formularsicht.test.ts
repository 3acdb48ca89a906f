import { describe, expect, test } from 'vitest';
import {
  leereSicht,
  unstimmigkeiten,
  vonFormular,
  zuFormular,
} from '../../../domain/ergebnis/formularsicht.ts';
import { pruefeErgebnis } from '../../../domain/ergebnis/pruefe.ts';
import { type Ergebnis, ergebnisSchema, type Formularsicht } from '../../../domain/ergebnis/schema.ts';
import { rheinlandPfalz } from '../../../domain/landesrecht/rheinland-pfalz.ts';
import { abstimmung, ergebnis, stimmen, zurEntscheidung } from './hilfen.ts';

/** The ticked boxes by name, and the counts where they are printed. */
function kaestchen(sicht: Formularsicht): string {
  const boxen = Object.entries(sicht).filter(([, wert]) => wert === true);
  const zahlen = [
    sicht.gegenstimmen === null ? [] : [`gegen ${sicht.gegenstimmen}`],
    sicht.enthaltungen === null ? [] : [`enth ${sicht.enthaltungen}`],
  ];
  return [...boxen.map(([name]) => name), ...zahlen.flat()].join(' ');
}

const abgelehnt = { richtung: 'abgelehnt' } as const;
const gleichstand = abstimmung({ ...abgelehnt, mehrheit: null, ...stimmen(7, 7, 1) });
const zumVerfahren = abstimmung({ gegenstand: 'Verfahren', mehrheit: 'mehrheitlich', ...stimmen(9, 5, 1) });

describe('zuFormular', () => {
  test.each<[string, Partial<Ergebnis>, string, string | null]>([
    ['einstimmig angenommen', { abstimmungen: [abstimmung()] }, 'einstimmig', null],
    [
      'mehrheitlich angenommen, geändert',
      { geaendert: true, abstimmungen: [abstimmung({ mehrheit: 'mehrheitlich', ...stimmen(9, 5, 1) })] },
      'mehrheitlich geaendert gegen 5 enth 1',
      null,
    ],
    [
      'einstimmig abgelehnt',
      { abstimmungen: [abstimmung({ ...abgelehnt, ...stimmen(0, 14, 1) })] },
      'einstimmig abgelehnt gegen 14 enth 1',
      null,
    ],
    ['Stimmengleichheit', { abstimmungen: [gleichstand] }, 'abgelehnt gegen 7 enth 1', null],
    ['Kenntnis', { kenntnis: true }, 'kenntnis', null],
    [
      'einstimmig zur Kenntnis',
      { kenntnis: true, abstimmungen: [abstimmung({ gegenstand: 'Verfahren' })] },
      'einstimmig kenntnis',
      null,
    ],
    ['vertagt', { verbleib: 'vertagt' }, 'vertagt', null],
    [
      'mehrheitlich vertagt',
      { verbleib: 'vertagt', abstimmungen: [zumVerfahren] },
      'mehrheitlich vertagt gegen 5 enth 1',
      null,
    ],
    ['verwiesen mit Kenntnis', { verbleib: 'verwiesen', kenntnis: true }, 'kenntnis verwiesen', null],
    [
      'einstimmig abgesetzt',
      { verbleib: 'abgesetzt', abstimmungen: [abstimmung({ gegenstand: 'Verfahren' })] },
      'einstimmig abgesetzt',
      null,
    ],
    ['ohne BE mit Kenntnis', { verbleib: 'ohneBE', kenntnis: true }, 'kenntnis ohneBE', null],
    [
      'nur Teile',
      { abstimmungen: [abstimmung({ gegenstand: 'Teil', massgeblich: false })] },
      '',
      'In Teilen abgestimmt, ohne Schlussabstimmung.',
    ],
    [
      'ein Teil, fälschlich als maßgeblich gekennzeichnet',
      { abstimmungen: [abstimmung({ gegenstand: 'Teil' })] },
      '',
      'In Teilen abgestimmt, ohne Schlussabstimmung.',
    ],
    [
      'ohne BE nach einer Abstimmung zum Verfahren',
      { verbleib: 'ohneBE', abstimmungen: [zumVerfahren] },
      'ohneBE',
      null,
    ],
    [
      'vertagt, aber zur Sache abgestimmt',
      { verbleib: 'vertagt', abstimmungen: [abstimmung()] },
      'vertagt',
      null,
    ],
    ['zurückgezogen', { verbleib: 'zurueckgezogen' }, '', 'Zurückgezogen.'],
    ['nicht behandelt', { verbleib: 'nichtBehandelt' }, '', 'Nicht behandelt.'],
    [
      'Entscheidung Bürgermeister, mit Vermerk',
      { verbleib: 'entscheidungBuergermeister', vermerk: 'Nach Anhörung.' },
      '',
      'Entscheidung des Bürgermeisters anstelle des Gremiums. Nach Anhörung.',
    ],
    ['Vermerk bleibt stehen', { kenntnis: true, vermerk: 'Mit Aussprache.' }, 'kenntnis', 'Mit Aussprache.'],
    [
      'gescheiterte Vertagung, dann angenommen',
      { abstimmungen: [{ ...zumVerfahren, ...abgelehnt, massgeblich: false }, abstimmung()] },
      'einstimmig',
      null,
    ],
  ])('%s', (_, e, boxen, vermerk) => {
    const formular = zuFormular(ergebnis(e));
    expect(kaestchen(formular.sicht)).toBe(boxen);
    expect(formular.vermerk).toBe(vermerk);
  });

  test('offen: kein Kästchen', () => {
    expect(zuFormular(null)).toEqual({ sicht: leereSicht, vermerk: null });
  });

  test('nicht festgehalten ist nicht 0', () => {
    const leer = zuFormular(ergebnis({ abstimmungen: [abstimmung()] })).sicht;
    const null0 = zuFormular(ergebnis({ abstimmungen: [abstimmung(stimmen(9, 0, 0))] })).sicht;
    expect([leer.gegenstimmen, leer.enthaltungen]).toEqual([null, null]);
    expect([null0.gegenstimmen, null0.enthaltungen]).toEqual([0, 0]);
  });
});

/** Every form that can be filled in: nine boxes and two counts. */
function* alleSichten(): Generator<Formularsicht> {
  const zahlen = [null, 0, 1, 2, 5];
  for (let bits = 0; bits < 512; bits += 1) {
    const box = (nummer: number) => (bits & (1 << nummer)) !== 0;
    for (const enthaltungen of zahlen)
      for (const gegenstimmen of zahlen)
        yield {
          einstimmig: box(0),
          mehrheitlich: box(1),
          abgelehnt: box(2),
          kenntnis: box(3),
          verwiesen: box(4),
          vertagt: box(5),
          ohneBE: box(6),
          abgesetzt: box(7),
          geaendert: box(8),
          enthaltungen,
          gegenstimmen,
        };
  }
}

describe('vonFormular', () => {
  test('jede stimmige Sicht kommt so zurück, wie sie gelesen wurde', () => {
    let stimmig = 0;
    for (const sicht of alleSichten()) {
      if (unstimmigkeiten(sicht).length > 0) continue;
      stimmig += 1;
      expect(zuFormular(vonFormular(sicht).ergebnis).sicht).toEqual(sicht);
    }
    expect(stimmig).toBe(613);
  });

  test('jede stimmige Sicht hat, um Wortlaut und Folge ergänzt, einen Ausgang ohne Widerspruch', () => {
    // "Abgelehnt" with 0 Gegenstimmen is possible where a qualified majority was missed.
    const u = zurEntscheidung({
      mehrheitserfordernis: { anteil: 'zweiDrittel', grundlage: 'gesetzlicheZahl' },
    });
    for (const sicht of alleSichten()) {
      if (unstimmigkeiten(sicht).length > 0) continue;
      const { ergebnis: gelesen } = vonFormular(sicht);
      if (gelesen === null) continue;
      const ergaenzt = {
        ...gelesen,
        wortlaut: 'Neuer Text.',
        folge: { gremium: 'hauptausschuss', sitzung: 'sitzung-2', terminOffen: false },
      };
      const { widersprueche } = pruefeErgebnis(ergaenzt, u, rheinlandPfalz);
      expect({ sicht, widersprueche }).toEqual({ sicht, widersprueche: [] });
    }
  });

  test('liest jede Sicht, auch eine unstimmige, zu einem gültigen Ergebnis und sagt, was nicht stimmt', () => {
    for (const sicht of alleSichten()) {
      const gelesen = vonFormular(sicht);
      expect(gelesen.unstimmig).toEqual(unstimmigkeiten(sicht));
      if (gelesen.ergebnis === null) expect(sicht).toEqual(leereSicht);
      else expect(ergebnisSchema.parse(gelesen.ergebnis)).toEqual(gelesen.ergebnis);
      expect(gelesen.verlust.length).toBeGreaterThan(0);
    }
  });

  test.each<[string, Partial<Formularsicht>, string]>([
    ['einstimmig und mehrheitlich', { einstimmig: true, mehrheitlich: true }, 'schließen sich aus'],
    ['vertagt und verwiesen', { vertagt: true, verwiesen: true }, 'gilt nur eines'],
    ['vertagt und abgelehnt', { vertagt: true, abgelehnt: true }, 'geht nicht'],
    ['abgesetzt und Kenntnis', { abgesetzt: true, kenntnis: true }, 'zur Kenntnis'],
    ['nur geändert', { geaendert: true }, 'Beschluss'],
    ['ohne BE mit Zahlen', { ohneBE: true, enthaltungen: 1 }, 'ohne Abstimmung'],
    ['einstimmig mit Gegenstimmen', { einstimmig: true, gegenstimmen: 2 }, 'mit Gegenstimmen'],
    ['nur Gegenstimmen', { gegenstimmen: 2 }, 'Gegenstimmen ohne'],
    ['nur Enthaltungen', { enthaltungen: 2 }, 'Enthaltungen ohne'],
  ])('%s ist unstimmig', (_, boxen, grund) => {
    expect(vonFormular({ ...leereSicht, ...boxen }).unstimmig.join(' ')).toContain(grund);
  });

  test.each<[string, Partial<Ergebnis>]>([
    ['Kenntnis', { kenntnis: true }],
    ['einstimmig', { abstimmungen: [abstimmung(stimmen(null, 0, 2))] }],
    [
      'mehrheitlich abgelehnt',
      { abstimmungen: [abstimmung({ ...abgelehnt, mehrheit: 'mehrheitlich', ...stimmen(null, 9, 1) })] },
    ],
    ['einstimmig vertagt', { verbleib: 'vertagt', abstimmungen: [abstimmung({ gegenstand: 'Verfahren' })] }],
    ['ohne BE', { verbleib: 'ohneBE' }],
  ])('%s geht ohne Verlust durch das Formular', (_, e) => {
    const vorher = ergebnis(e);
    expect(vonFormular(zuFormular(vorher).sicht).ergebnis).toEqual(vorher);
  });

  test('was nicht lesbar ist, bleibt leer und wird genannt', () => {
    const vorher = ergebnis({
      geaendert: true,
      wortlaut: 'Neuer Text.',
      abstimmungen: [
        { ...zumVerfahren, ...abgelehnt, massgeblich: false },
        abstimmung({ mehrheit: 'mehrheitlich', ...stimmen(9, 5, 1), ungueltig: 1 }),
      ],
    });
    const { ergebnis: gelesen, verlust } = vonFormular(zuFormular(vorher).sicht);
    expect(gelesen).toEqual(
      ergebnis({
        geaendert: true,
        abstimmungen: [abstimmung({ mehrheit: 'mehrheitlich', ...stimmen(null, 5, 1) })],
      }),
    );
    for (const wort of ['Ja-Stimmen', 'ungültige', 'Wortlaut', 'Weitere Abstimmungen']) {
      expect(verlust.join(' ')).toContain(wort);
    }
  });

  const weitere = 'Weitere Abstimmungen neben der maßgeblichen und der Vermerk stehen nicht in den Kästchen.';
  const ja = 'Ja-Stimmen und ungültige Stimmen stehen nicht im Formular.';
  const wortlaut = 'Der Wortlaut des Beschlusses steht nicht im Formular.';
  const sacheOderKenntnis =
    'Ob über die Sache oder nur über die Kenntnisnahme abgestimmt wurde, steht nicht im Formular.';
  const folge = 'Nächste Sitzung und Gremium stehen nicht in den Kästchen.';
  test.each<[string, Partial<Formularsicht>, string[]]>([
    ['Kenntnis', { kenntnis: true }, [weitere]],
    ['einstimmig zur Kenntnis', { kenntnis: true, einstimmig: true }, [weitere, ja, sacheOderKenntnis]],
    ['einstimmig', { einstimmig: true }, [weitere, ja, wortlaut]],
    ['vertagt', { vertagt: true }, [weitere, folge]],
    ['einstimmig abgesetzt', { abgesetzt: true, einstimmig: true }, [weitere, ja, folge]],
    ['geändert verwiesen', { verwiesen: true, geaendert: true }, [weitere, wortlaut, folge]],
    ['ohne BE', { ohneBE: true }, [weitere]],
  ])('%s nennt genau, was fehlt', (_, boxen, verlust) => {
    expect(vonFormular({ ...leereSicht, ...boxen }).verlust).toEqual(verlust);
  });

  test('abgelehnt allein: Stimmengleichheit ist von unbekannter Mehrheit nicht zu unterscheiden', () => {
    const { ergebnis: gelesen, verlust } = vonFormular(
      zuFormular(ergebnis({ abstimmungen: [gleichstand] })).sicht,
    );
    expect(gelesen?.abstimmungen).toEqual([{ ...gleichstand, ja: null }]);
    expect(verlust.join(' ')).toContain('Stimmengleichheit');
  });

  test('ohne Kästchen ist offen von zurückgezogen nicht zu unterscheiden', () => {
    const { ergebnis: gelesen, verlust } = vonFormular(
      zuFormular(ergebnis({ verbleib: 'zurueckgezogen' })).sicht,
    );
    expect(gelesen).toBeNull();
    expect(verlust.join(' ')).toContain('zurückgezogen');
  });
});
