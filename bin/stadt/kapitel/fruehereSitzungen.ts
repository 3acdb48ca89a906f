import { kenntnis } from '../../demo/ergebnisse.ts';
import { abgesetzt, beschlossen, stimmen, vertagtAuf, verwiesenIn } from '../ergebnisse.ts';
import { am, type Schritt } from '../schritt.ts';
import type { Stadt, Vorlagenname } from '../stadt.ts';
import { dezernat, jugendhilfeausschuss, sozialamt, sozialausschuss } from '../stellen.ts';

const sozial: Vorlagenname[] = [
  'wohngeld',
  'schuldnerberatung',
  'seniorenbeirat',
  'teilhabe',
  'mittagstisch',
  'obdachlosenunterkunft',
];

const sprechstunde =
  'Der Ausschuss spricht sich dafür aus, die offene Sprechstunde der Schuldnerberatung ab dem neuen Jahr einzurichten.';

/** What was treated weeks ago: released, with papers; some of it comes back today. */
export function fruehereSitzungen(stadt: Stadt): Schritt[] {
  const { kalender } = stadt;
  const tag = (n: number) => kalender.um('sozialausschuss/1', n);
  const ohneBeirat = sozial.filter((v) => v !== 'seniorenbeirat');
  return [
    am(tag(-17), '08:50', () => stadt.legeSitzungenAn()),
    am(tag(-17), '09:00', () => stadt.reicheEin(...sozial, 'kitaBedarfsplan')),
    am(tag(-17), '09:10', async () => {
      const grund = 'Bitte nennen Sie die Kosten der neuen Bänke und woher das Geld kommt.';
      await stadt.gibZurueck('reinicke', dezernat, 'seniorenbeirat', grund);
      await stadt.gibWeiter('reinicke', dezernat, ...ohneBeirat, 'kitaBedarfsplan');
    }),
    am(tag(-17), '09:20', () => stadt.gibWeiter('ohlsen', sozialamt, ...ohneBeirat, 'kitaBedarfsplan')),
    am(tag(-15), '09:30', async () => {
      await stadt.laesstVertreten('wolframm', 'kestner', sozialausschuss, tag(-15), tag(-13));
      await stadt.ueberarbeite(
        'seniorenbeirat',
        '# Kosten',
        'Eine Bank kostet mit Fundament 1.900 Euro. Elf Bänke sind aus dem Haushalt des Bauhofs bezahlt, zwölf aus Spenden zugesagt.',
      );
      // In place of Ines Wolframm: both names stand in the record.
      await stadt.gibWeiter('kestner', sozialausschuss, ...ohneBeirat);
      await stadt.gibWeiter('kestner', jugendhilfeausschuss, 'kitaBedarfsplan');
    }),
    am(tag(-15), '09:40', () => stadt.gibWeiter('reinicke', dezernat, 'seniorenbeirat')),
    am(tag(-15), '09:50', () => stadt.gibWeiter('ohlsen', sozialamt, 'seniorenbeirat')),
    am(tag(-15), '10:00', () => stadt.gibWeiter('kestner', sozialausschuss, 'seniorenbeirat')),
    am(tag(-15), '10:10', () =>
      stadt.setzeAn('kestner', 'sozialausschuss/1', ...sozial.map((v, i) => [v, 1, `Ö ${i + 2}`] as const)),
    ),
    am(tag(0), '19:25', async () => {
      await stadt.halteFest('wolframm', 'wohngeld', 1, kenntnis);
      await stadt.halteFest(
        'wolframm',
        'schuldnerberatung',
        1,
        beschlossen(sprechstunde, stimmen('Sache', 'angenommen', 'einstimmig', [11, 0, 2])),
      );
      const vertagung = stimmen('Verfahren', 'angenommen', 'mehrheitlich', [8, 5, 0]);
      const naechste = stadt.sitzung('sozialausschuss/2');
      await stadt.halteFest('wolframm', 'seniorenbeirat', 1, vertagtAuf(naechste, vertagung));
      const dort = verwiesenIn('jugendhilfeausschuss', stadt.sitzung('jugendhilfeausschuss/1'));
      await stadt.halteFest('wolframm', 'teilhabe', 1, dort);
      await stadt.halteFest('wolframm', 'mittagstisch', 1, abgesetzt);
      await stadt.halteFest(
        'wolframm',
        'obdachlosenunterkunft',
        1,
        beschlossen(
          'Der Ausschuss empfiehlt, Dach und Heizung in einem Zug instand zu setzen.',
          stimmen('Sache', 'angenommen', 'einstimmig', [13, 0, 0]),
        ),
      );
    }),
    am(tag(0), '19:35', async () => {
      await stadt.setzeAn('wolframm', 'stadtrat/1', ['obdachlosenunterkunft', 2, 'Ö 4']);
      const jugend = [
        ['teilhabe', 2, 'Ö 2'],
        ['kitaBedarfsplan', 1, 'Ö 3'],
      ] as const;
      await stadt.setzeAn('kestner', 'jugendhilfeausschuss/1', ...jugend);
    }),
    am(kalender.um('jugendhilfeausschuss/1', 0), '18:40', () =>
      stadt.berichtige(
        'wolframm',
        'schuldnerberatung',
        beschlossen(sprechstunde, stimmen('Sache', 'angenommen', 'einstimmig', [12, 0, 1])),
        'Eine Ja-Stimme war als Enthaltung gezählt; die Zählliste sagt 12 : 0 : 1.',
      ),
    ),
    am(kalender.um('jugendhilfeausschuss/1', 0), '18:50', async () => {
      await stadt.halteFest('kestner', 'teilhabe', 2, kenntnis);
      await stadt.halteFest(
        'kestner',
        'kitaBedarfsplan',
        1,
        beschlossen(
          'Die Stadtteile sollen künftig nach Kita-Bezirken statt nach statistischen Bezirken gegliedert werden.',
          stimmen('Sache', 'abgelehnt', 'mehrheitlich', [5, 8, 1]),
        ),
      );
    }),
    am(kalender.um('stadtrat/1', 0), '19:40', () =>
      stadt.halteFest('wolframm', 'obdachlosenunterkunft', 2, {
        ...beschlossen(
          'Dach und Heizung werden in zwei Abschnitten instand gesetzt; der zweite beginnt erst, wenn der Zuschuss des Landes bewilligt ist.',
          stimmen('Sache', 'angenommen', 'mehrheitlich', [27, 12, 3]),
        ),
        geaendert: true,
      }),
    ),
  ];
}
