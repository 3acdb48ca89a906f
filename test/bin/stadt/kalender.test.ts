import { describe, expect, it } from 'vitest';
import { Welt } from '../../../bin/demo/welt.ts';
import { geschichte } from '../../../bin/stadt/geschichte.ts';
import { istSitzungstag, kalender, type Sitzungsname, sitzungsbeginn } from '../../../bin/stadt/kalender.ts';
import { Stadt } from '../../../bin/stadt/stadt.ts';
import { istArbeitstag } from '../../../domain/fristen/arbeitstage.ts';
import { zuInstant, zuLokal } from '../../../domain/fristen/berlin.ts';
import { plusMonate, plusTage } from '../../../domain/fristen/datum.ts';

/** Days on which counting goes wrong most easily, at every time of day that decides something. */
const tage = [
  '2027-01-01',
  '2028-02-29',
  '2027-03-28', // a Sunday; the clock changes
  '2027-03-29', // Easter Monday
  '2027-05-07', // between Himmelfahrt and the weekend
  '2026-11-23',
  '2026-12-24',
  '2026-12-31',
  '2027-01-04',
  '2027-07-14',
  '2026-10-25',
];
const zeiten = ['00:10', '08:00', '10:59', '11:00', '16:59', '18:29', '18:30', '23:50'];
const faelle = tage.flatMap((tag) => zeiten.map((zeit) => [tag, zeit] as const));

function erzaehlt(jetzt: string) {
  const welt = new Welt({
    basis: '',
    clientId: '',
    saat: '',
    stellbareUhr: false,
    geduld: 0,
    sage: () => {},
  });
  return geschichte(new Stadt(welt, kalender(jetzt)));
}

describe.each(faelle)('die Stadt am %s um %s', (tag, zeit) => {
  const jetzt = zuInstant(tag, zeit);
  const { sitzungen, anfang } = kalender(jetzt);
  const beginn = (name: Sitzungsname) => zuInstant(sitzungen[name], sitzungsbeginn);

  it('tagt nur an Tagen, an denen ein Rat tagt', () => {
    for (const [name, s] of Object.entries(sitzungen)) expect(istSitzungstag(s), `${name} ${s}`).toBe(true);
  });

  it('hat eine Sitzung der letzten Tage, die begonnen hat, frühere davor und kommende in drei Monaten', () => {
    expect(beginn('sozialausschuss/2') < jetzt).toBe(true);
    // Twelve days where Christmas, New Year and weekends follow each other.
    expect(sitzungen['sozialausschuss/2'] >= plusTage(tag, -12)).toBe(true);
    expect(sitzungen['sozialausschuss/1'] < sitzungen['jugendhilfeausschuss/1']).toBe(true);
    for (const name of ['jugendhilfeausschuss/1', 'stadtrat/1'] as const)
      expect(sitzungen[name] < sitzungen['sozialausschuss/2'], name).toBe(true);
    for (const name of Object.keys(sitzungen) as Sitzungsname[]) {
      if (name.endsWith('/1') || name === 'sozialausschuss/2') continue;
      expect(beginn(name) > jetzt, name).toBe(true);
      expect(sitzungen[name] <= plusMonate(tag, 3), `${name} ${sitzungen[name]}`).toBe(true);
    }
  });

  it('erzählt an Arbeitstagen, nichts vor dem Anfang und nichts, was noch kommt', () => {
    const schritte = erzaehlt(jetzt);
    for (const { zeit: wann } of schritte) {
      expect(istArbeitstag(zuLokal(wann).datum), wann).toBe(true);
      expect(wann > anfang && wann < jetzt, wann).toBe(true);
    }
    const zeitpunkte = schritte.map((s) => s.zeit);
    expect(zeitpunkte).toEqual(zeitpunkte.toSorted());
  });

  it('begann vor acht bis zwölf Wochen', () => {
    expect(anfang > zuInstant(plusTage(tag, -84), '00:00')).toBe(true);
    expect(anfang < zuInstant(plusTage(tag, -49), '00:00')).toBe(true);
  });
});
