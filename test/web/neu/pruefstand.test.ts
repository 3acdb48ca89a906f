import { describe, expect, it } from 'vitest';
import { befund } from '../../../documents/lesen/befunde.ts';
import { katalog } from '../../../documents/lesen/befundkatalog.ts';
import { gruppeVon, gruppiere } from '../../../web/ansichten/neu/pruefgruppen.ts';
import {
  type Pruefstand,
  pauseVor,
  schritteVon,
  type Uploadstand,
  uploadmangel,
} from '../../../web/ansichten/neu/pruefstand.ts';

const stand = (teil: Partial<Pruefstand>): Pruefstand => ({
  id: 'u1',
  zustand: 'angekuendigt',
  code: null,
  satz: null,
  inhalt: 'offen',
  verdikt: null,
  befunde: [],
  felder: null,
  anlagentitel: [],
  ...teil,
});
const beimServer = (teil: Partial<Pruefstand>): Uploadstand => ({
  art: 'beimServer',
  stand: stand(teil),
  lange: false,
});
const worte = (s: Pruefstand | null, zweck: 'entwurf' | 'anlage' = 'entwurf') =>
  Object.fromEntries(gruppiere(s, zweck).map((g) => [g.name, g.zustand]));

describe('checks of a file', () => {
  it('calls nothing checked before the server said so', () => {
    expect(new Set(Object.values(worte(null)))).toEqual(new Set(['laeuft']));
    expect(new Set(Object.values(worte(stand({}))))).toEqual(new Set(['laeuft']));
  });

  it('knows the content before the scanner has answered', () => {
    const gruppen = worte(stand({ zustand: 'wirdGeprueft', inhalt: 'gut' }));
    expect(gruppen).toMatchObject({ Dateiformat: 'gut', Inhalt: 'gut', Virenprüfung: 'laeuft' });
  });

  it('calls a scan clean only where there was one', () => {
    const gut = { zustand: 'geprueft', inhalt: 'gut' } as const;
    expect(worte(stand({ ...gut, verdikt: 'sauber' })).Virenprüfung).toBe('gut');
    expect(worte(stand({ ...gut, verdikt: 'entfaellt' })).Virenprüfung).toBe('entfaellt');
    expect(worte(stand({ zustand: 'abgelehnt', verdikt: 'schadhaft' })).Virenprüfung).toBe('fehler');
  });

  it('leaves out what a file that could not be opened was not asked', () => {
    const gruppen = worte(
      stand({
        zustand: 'abgelehnt',
        inhalt: 'schlecht',
        verdikt: 'sauber',
        befunde: [befund('ALTES_FORMAT')],
      }),
    );
    expect(gruppen).toMatchObject({ Dateiformat: 'fehler', Formular: 'ungeprueft', Inhalt: 'ungeprueft' });
  });

  it('shows every finding once, in its group', () => {
    const befunde = [befund('KOMMENTAR', '„x“'), befund('BILD'), befund('ALTE_NUMMER', 'UV/1/2025')];
    const gruppen = gruppiere(stand({ zustand: 'abgelehnt', inhalt: 'schlecht', befunde }), 'entwurf');
    expect(gruppen.flatMap((g) => g.befunde)).toHaveLength(3);
    expect(gruppen.filter((g) => g.befunde.length > 0).map((g) => [g.name, g.zustand])).toEqual([
      ['Formular', 'hinweis'],
      ['Änderungen und Kommentare', 'fehler'],
      ['Inhalt', 'hinweis'],
    ]);
  });

  it('has a group for every refusal that ends the reading', () => {
    const abbruch = ['ZU_GROSS', 'KEIN_DOCX', 'KENNWORT', 'ZEIT_UEBERSCHRITTEN', 'XML_DOCTYPE'];
    for (const code of abbruch) {
      expect(Object.keys(katalog)).toContain(code);
      expect(gruppeVon(code)).toMatch(/Dateiformat|Größe/);
    }
  });

  it('says of an Anlage only what is checked there', () => {
    expect(Object.keys(worte(null, 'anlage'))).toEqual(['Dateiformat', 'Größe und Umfang', 'Virenprüfung']);
  });
});

describe('a file on its way', () => {
  it.each([
    [{ art: 'wartet' } as const, ['laeuft', 'offen', 'offen']],
    [{ art: 'sendet', gesendet: 1, gesamt: 2 } as const, ['laeuft', 'offen', 'offen']],
    [{ art: 'unterbrochen', satz: 'weg', wiederholbar: true } as const, ['schlecht', 'offen', 'offen']],
    [{ art: 'beimServer', stand: null, lange: false } as const, ['gut', 'laeuft', 'offen']],
    [beimServer({ zustand: 'geprueft' }), ['gut', 'gut', 'gut']],
    [beimServer({ zustand: 'abgelehnt' }), ['gut', 'gut', 'schlecht']],
  ])('%j', (u, zustaende) => {
    expect(schritteVon(u).map((s) => s.zustand)).toEqual(zustaende);
  });

  it('can be submitted only when it was accepted', () => {
    expect(uploadmangel('Die Word-Datei', beimServer({ zustand: 'geprueft' }))).toBeNull();
    for (const u of [undefined, { art: 'wartet' } as const, beimServer({ zustand: 'wirdGeprueft' })]) {
      expect(uploadmangel('Die Word-Datei', u)).toMatch(/^Die Word-Datei wird noch/);
    }
    expect(uploadmangel('Anlage 1', beimServer({ zustand: 'abgelehnt' }))).toMatch(/nicht angenommen/);
  });

  it('is asked for less and less often', () => {
    const pausen = Array.from({ length: 12 }, (_, i) => pauseVor(i));
    expect(pausen).toEqual(pausen.toSorted((a, b) => a - b));
    expect(pausen.at(0)).toBeLessThan(500);
    expect(pausen.at(-1)).toBe(5_000);
  });
});
