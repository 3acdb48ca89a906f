import { describe, expect, it, test } from 'vitest';
import {
  berichtigePerson,
  giltAm,
  hatStelle,
  legePersonAn,
  liesPersonenereignis,
  type NeuesPersonenereignis,
  type Personenstand,
  personAnlegenSchema,
  personBerichtigenSchema,
  personenprojektionen,
  personenstandSchema,
  wendeAufPersonAn,
} from '../../../domain/person/person.ts';

const dezernat = { rolle: 'Dezernat', bereich: '2' } as const;
const amt = { rolle: 'Amtsleitung', bereich: '50' } as const;
const login = { issuer: 'https://anmeldung.musterstadt.example', subject: 'abc' };
const person = {
  id: 'p-1',
  name: 'Erika Beispiel',
  mail: 'erika@musterstadt.example',
  login,
  stellen: [dezernat, amt],
};
const vertretung = { stelle: dezernat, vertreter: 'p-2', von: '2026-03-02', bis: '2026-03-06' };

function wende(stand: Personenstand | null, e: NeuesPersonenereignis): Personenstand {
  const gelesen = liesPersonenereignis(e.art, JSON.parse(JSON.stringify(e.daten)));
  const h = {
    id: 'p-1',
    koerperschaft: 'musterstadt',
    nr: (stand?.nr ?? 0) + 1,
    zeit: '',
    person: 'x',
    vertretungFuer: null,
  };
  return personenstandSchema.parse(wendeAufPersonAn(stand, gelesen, h));
}
const angelegt = wende(null, legePersonAn(person));
const vertreten = wende(angelegt, { art: 'VertretungEingerichtet', daten: vertretung });
const orte = (s: Personenstand) => personenprojektionen(s).map((p) => `${p.liste} ${p.rang}`);

describe('Person', () => {
  it('Name und Mailadresse sind löschbarer Freitext', () => {
    const e = legePersonAn(person);
    expect(e.daten).toMatchObject({ name: { freitext: person.name }, mail: { freitext: person.mail } });
    const geloescht = { ...e, daten: { ...e.daten, name: { freitext: null } } } as NeuesPersonenereignis;
    expect(wende(null, geloescht).name).toBe('[gelöscht]');
  });

  it('ist zu finden nach Anmeldung, nach Nachnamen und nach jeder Stelle, jede einmal', () => {
    expect(orte(angelegt)).toEqual([
      'LOGIN#https://anmeldung.musterstadt.example#abc L',
      'PERSONEN P#beispiel erika#p-1',
      'INHABER#Dezernat:2 I#p-1',
      'INHABER#Amtsleitung:50 I#p-1',
    ]);
    expect(orte(wende(null, legePersonAn({ ...person, stellen: [dezernat, dezernat] })))).toHaveLength(3);
  });

  it('Name und Mailadresse lassen sich berichtigen; die Liste folgt dem neuen Namen, der alte ist fort', () => {
    const neu = { name: 'Dr. Erika Ärmel', mail: 'aermel@musterstadt.example' };
    const e = berichtigePerson(neu);
    expect(e.daten).toEqual({ name: { freitext: neu.name }, mail: { freitext: neu.mail } });
    const berichtigt = wende(angelegt, e);
    expect(berichtigt).toEqual({ ...angelegt, ...neu, nr: 2 });
    expect(orte(berichtigt)[1]).toBe('PERSONEN P#aermel dr erika#p-1');
    expect(JSON.stringify(personenprojektionen(berichtigt))).not.toContain('Beispiel');
    const geloescht = { ...e, daten: { name: { freitext: null }, mail: { freitext: null } } };
    expect(wende(angelegt, geloescht as NeuesPersonenereignis).name).toBe('[gelöscht]');
  });
  test.each([
    ['leerer Name', { name: ' ' }],
    ['keine Mailadresse', { mail: 'erika' }],
    ['eine andere Anmeldung', { login }],
  ])('wird nicht berichtigt: %s', (_, falsch) => {
    const gut = { name: person.name, mail: person.mail };
    expect(personBerichtigenSchema.safeParse(gut).success).toBe(true);
    expect(personBerichtigenSchema.safeParse({ ...gut, ...falsch }).success).toBe(false);
  });

  it('Mailwünsche gelten, bis sie auf die üblichen zurückgesetzt werden', () => {
    const gewuenscht = wende(angelegt, { art: 'MailwunschGeaendert', daten: { sofort: ['ergebnis'] } });
    expect([angelegt.sofort, gewuenscht.sofort]).toEqual([null, ['ergebnis']]);
    expect(wende(gewuenscht, { art: 'MailwunschGeaendert', daten: { sofort: null } }).sofort).toBeNull();
  });

  test.each([
    ['Kennung mit Großbuchstaben', { id: 'P-1' }],
    ['keine Mailadresse', { mail: 'erika' }],
    ['Name leer', { name: ' ' }],
    ['unbekannte Rolle', { stellen: [{ rolle: 'Bote', bereich: '2' }] }],
    ['Aussteller ist keine Adresse', { login: { issuer: 'x', subject: 'y' } }],
  ])('wird nicht angelegt: %s', (_, falsch) => {
    expect(personAnlegenSchema.safeParse({ ...person, ...falsch }).success).toBe(false);
  });

  it('ein Ereignis ohne Person und ein unbekanntes werden nicht gelesen', () => {
    expect(() => wende(null, { art: 'StellenGeaendert', daten: { stellen: [] } })).toThrow('ohne Person');
    expect(() => liesPersonenereignis('Befoerdert', {})).toThrow('Unbekanntes Ereignis');
  });
});

describe('Vertretung: für eine Stelle, von Tag bis Tag, beide eingeschlossen', () => {
  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-04', true],
    ['2026-03-06', true],
    ['2026-03-07', false],
  ])('am %s: %s', (tag, gilt) => expect(giltAm(vertretung, tag)).toBe(gilt));
  it('die eigene Stelle gilt an jedem Tag', () => {
    expect(giltAm({ von: null, bis: null }, '1999-01-01')).toBe(true);
  });

  it('steht bei der Stelle und bei der Vertreterin, mit beiden Personen', () => {
    expect(personenprojektionen(vertreten).slice(4)).toEqual([
      {
        liste: 'INHABER#Dezernat:2',
        rang: 'V#p-2#p-1#2026-03-02',
        daten: { person: 'p-2', fuer: 'p-1', von: '2026-03-02', bis: '2026-03-06' },
      },
      {
        liste: 'PERSON#p-2',
        rang: 'VERTRETUNG#p-1#Dezernat:2#2026-03-02',
        daten: { fuer: 'p-1', stelle: dezernat, von: '2026-03-02', bis: '2026-03-06' },
      },
    ]);
  });

  it('eine mit demselben Beginn ersetzt die alte; andere Zeiten und Personen stehen daneben', () => {
    const laenger = { ...vertretung, bis: '2026-12-31' };
    const spaeter = { ...vertretung, von: '2027-07-01', bis: '2027-07-31' };
    const andere = { ...vertretung, vertreter: 'p-3' };
    const danach = [andere, spaeter, laenger].reduce(
      (s, daten) => wende(s, { art: 'VertretungEingerichtet', daten }),
      vertreten,
    );
    expect(danach.vertretungen).toEqual([andere, spaeter, laenger]);
    expect(new Set(orte(danach)).size).toBe(orte(danach).length);
  });

  it('wer eine Stelle abgibt, wird darin von niemandem mehr vertreten', () => {
    const ohne = wende(vertreten, { art: 'StellenGeaendert', daten: { stellen: [amt] } });
    expect(ohne.vertretungen).toEqual([]);
    expect(orte(ohne).filter((o) => o.includes('Dezernat:2'))).toEqual([]);
    const mit = wende(vertreten, { art: 'StellenGeaendert', daten: { stellen: [dezernat] } });
    expect(mit.vertretungen).toEqual([vertretung]);
  });

  it('eine Stelle hat, wer Rolle und Bereich hat', () => {
    expect(hatStelle([dezernat], { ...dezernat })).toBe(true);
    expect(hatStelle([dezernat], { ...dezernat, bereich: '3' })).toBe(false);
    expect(hatStelle([dezernat], { rolle: 'Sachbearbeitung', bereich: '2' })).toBe(false);
  });
});
