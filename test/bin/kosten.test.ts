import { describe, expect, it } from 'vitest';
import { gemessenerVerbrauch, zaehle } from '../../bin/kosten/verbrauch.ts';
import { kostenJeVorlage, ueblicherVerbrauch } from '../../lib/kosten/kosten.ts';

const verlauf = (...types: string[]) => ({
  status: 'SUCCEEDED',
  ereignisse: types.map((type) => ({ type })),
});

describe('what AWS would bill for an execution', () => {
  it.each([
    { fall: 'nothing before the first state', types: ['ExecutionStarted'], uebergaenge: 0, aufrufe: 0 },
    {
      fall: 'a task, a choice and the end: three states',
      types: [
        ...['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskSucceeded', 'TaskStateExited'],
        ...['ChoiceStateEntered', 'ChoiceStateExited', 'SucceedStateEntered', 'ExecutionSucceeded'],
      ],
      uebergaenge: 3,
      aufrufe: 1,
    },
    {
      fall: 'a retried task: one transition more',
      types: ['TaskStateEntered', 'TaskScheduled', 'TaskFailed', 'TaskScheduled', 'TaskSucceeded'],
      uebergaenge: 2,
      aufrufe: 2,
    },
  ])('$fall', ({ types, uebergaenge, aufrufe }) => {
    expect(zaehle(verlauf(...types))).toEqual({ uebergaenge, aufrufe });
  });

  it('refuses what is no history', () => {
    expect(() => zaehle({ status: 'SUCCEEDED' })).toThrow(/ereignisse/);
  });
});

describe('the consumption of one Vorlage', () => {
  it('takes the average of what was counted and leaves the estimates alone', () => {
    const gezaehlt = [20, 40].map((uebergaenge) => ({ uebergaenge, aufrufe: 1 }));
    const verbrauch = gemessenerVerbrauch(gezaehlt, 36);
    expect(verbrauch).toEqual({ ...ueblicherVerbrauch, uebergaenge: 30, mails: 18 });
    const mehr = kostenJeVorlage(verbrauch).summe - kostenJeVorlage(ueblicherVerbrauch).summe;
    const uebergaenge = (30 - ueblicherVerbrauch.uebergaenge) * 0.000025;
    expect(mehr).toBeCloseTo(uebergaenge + (18 - ueblicherVerbrauch.mails) * 0.0001, 12);
  });

  it('keeps the estimate of mails that nobody could count', () => {
    const verbrauch = gemessenerVerbrauch([{ uebergaenge: 20, aufrufe: 1 }], null);
    expect(verbrauch.mails).toBe(ueblicherVerbrauch.mails);
  });

  it('wants at least one execution', () => {
    expect(() => gemessenerVerbrauch([], 3)).toThrow(RangeError);
  });
});
