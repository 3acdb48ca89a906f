import { am, type Schritt } from '../schritt.ts';
import type { Stadt } from '../stadt.ts';
import { dezernat, sozialamt } from '../stellen.ts';

/** Mahnungen leave at 08:00; the clock has to stop then, so that they carry their own day. */
const nachMahnung = '08:01';

/** What is with the administration now: one Vorlage per state, and two that are no more. */
export function laufendeArbeit(stadt: Stadt): Schritt[] {
  const tag = (n: number) => stadt.kalender.frisch(n);
  const ruhe = async () => {};
  return [
    am(tag(-6), '09:05', () => stadt.reicheEin('suchtberatung')),
    // Three working days for the Dezernat: reminded on the second, passed on the fourth, escalated on the sixth.
    am(tag(-4), nachMahnung, ruhe),
    am(tag(-4), '08:10', async () => {
      await stadt.reicheEin('reparaturcafe', 'grundsicherung', 'frauenhaus');
      await stadt.legeEntwuerfeAn('kleiderkammer');
    }),
    am(tag(-2), nachMahnung, ruhe),
    am(tag(-2), '08:10', async () => {
      await stadt.zieheZurueck('reparaturcafe', 'Der Verein hat das Werkzeug inzwischen geschenkt bekommen.');
      await stadt.zieheZurueck('kleiderkammer', 'Der Umzug ist vorerst abgesagt.');
      await stadt.gibWeiter('brandner', dezernat, 'grundsicherung');
      await stadt.reicheEin('betreuungsbehoerde');
    }),
    am(tag(0), nachMahnung, () => stadt.laesstVertreten('ohlsen', 'brandner', sozialamt, tag(0), tag(8))),
    am(tag(0), '08:10', async () => {
      // In place of Martin Ohlsen, who is away from today on.
      await stadt.gibWeiter('brandner', sozialamt, 'grundsicherung');
      await stadt.gibWeiter('reinicke', dezernat, 'betreuungsbehoerde');
      const grund = 'Bitte schlüsseln Sie die abgewiesenen Anfragen nach Gründen auf.';
      await stadt.gibZurueck('reinicke', dezernat, 'frauenhaus', grund);
      await stadt.reicheEin('wohnraum');
      await stadt.legeEntwuerfeAn('nachbarschaftshilfe');
    }),
  ];
}
