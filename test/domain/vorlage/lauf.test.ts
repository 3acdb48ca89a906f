import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vorlagenereignisse } from '../../../domain/vorlage/ereignisse.ts';
import { folgearbeiten } from '../../../domain/vorlage/folgearbeit.ts';
import { type Projektion, projektionen } from '../../../domain/vorlage/projektion.ts';
import { istOeffentlich, offeneBeratung } from '../../../domain/vorlage/stand.ts';
import { laeufe, type Schritt } from './modell.ts';

const immer = (regel: (lauf: readonly Schritt[]) => void) =>
  fc.assert(
    fc.property(laeufe, (lauf) => {
      regel(lauf);
    }),
    { numRuns: 60 },
  );

const wartend = new Set(['unterwegs', 'ueberarbeitung', 'beratung']);

describe('über jeden Lauf von Befehlen gilt', () => {
  it('die Läufe kommen überall hin: jede Art von Ereignis und jede Phase tritt auf', () => {
    const arten = new Set<string>();
    const phasen = new Set<string>();
    for (const lauf of fc.sample(laeufe, { numRuns: 150, seed: 20260422 })) {
      for (const s of lauf) {
        arten.add(s.ereignis.art);
        phasen.add(s.nachher.phase);
      }
    }
    expect([...arten].sort()).toEqual(Object.keys(vorlagenereignisse).sort());
    expect([...phasen].sort()).toEqual([
      'abgeschlossen',
      'beratung',
      'entwurf',
      'ueberarbeitung',
      'unterwegs',
      'verworfen',
      'zurueckgezogen',
    ]);
  });

  it('die Nummern der Ereignisse sind lückenlos', () => {
    immer((lauf) => expect(lauf.map((s) => s.nachher.nr)).toEqual(lauf.map((_, i) => i + 1)));
  });

  it('die Vorlage wartet genau dann, wenn sie unterwegs, in Überarbeitung oder in Beratung ist', () => {
    immer((lauf) => {
      for (const { nachher } of lauf) {
        expect(nachher.halt !== null).toBe(wartend.has(nachher.phase));
        if (!nachher.halt) continue;
        expect(nachher.halt.wartenummer).toBe(nachher.wartenummer);
        expect(nachher.halt.art).toBe(nachher.phase === 'unterwegs' ? 'station' : nachher.phase);
      }
    });
  });

  it('die Wartenummer sinkt nie und steigt höchstens um eins', () => {
    immer((lauf) => {
      for (const { vorher, nachher } of lauf) {
        expect([0, 1]).toContain(nachher.wartenummer - (vorher?.wartenummer ?? 0));
      }
    });
  });

  it('eine Nummer hat sie genau ab der Einreichung, und nie eine andere', () => {
    immer((lauf) => {
      for (const { vorher, nachher } of lauf) {
        expect(nachher.nummer !== null).toBe(nachher.fassungen.length > 0);
        if (vorher?.nummer) expect(nachher.nummer).toBe(vorher.nummer);
      }
    });
  });

  it('in Beratung gibt es eine offene; gewartet wird auf eine offene, bei ihrem Gremium', () => {
    immer((lauf) => {
      for (const { nachher } of lauf) {
        if (nachher.phase !== 'beratung') continue;
        expect(offeneBeratung(nachher)).toBeDefined();
        const erwartet = nachher.gremienweg.find((b) => b.nr === nachher.halt?.beratung);
        expect(erwartet).toMatchObject({ freigegeben: null, gremium: nachher.halt?.bereich });
      }
    });
  });

  it('zu Ende ist sie erst, wenn nichts mehr offen ist oder ein Gremium entschieden hat', () => {
    immer((lauf) => {
      for (const { nachher } of lauf) {
        if (nachher.phase !== 'abgeschlossen') continue;
        const entschieden = nachher.gremienweg.some((b) => b.rolle === 'Entscheidung' && b.freigegeben);
        expect(entschieden || offeneBeratung(nachher) === undefined).toBe(true);
      }
    });
  });

  it('jede Beratung hat ihre eigene Nummer; ein freigegebenes Ergebnis verschwindet nie', () => {
    immer((lauf) => {
      for (const { vorher, nachher } of lauf) {
        const nummern = nachher.gremienweg.map((b) => b.nr);
        expect(new Set(nummern).size).toBe(nummern.length);
        for (const b of vorher?.gremienweg ?? []) {
          if (b.freigegeben) {
            expect(nachher.gremienweg.find((n) => n.nr === b.nr)?.freigegeben).toEqual(b.freigegeben);
          }
        }
      }
    });
  });

  it('nach dem Ende ändert sich nur noch ein Ergebnis, durch Berichtigung', () => {
    immer((lauf) => {
      for (const { vorher, ereignis } of lauf) {
        if (!vorher || vorher.halt || vorher.phase === 'entwurf') continue;
        expect(ereignis.art).toBe('ErgebnisBerichtigt');
      }
    });
  });
});

describe('Listen', () => {
  const ort = (p: Projektion) => `${p.liste} | ${p.rang}`;
  const alsTafel = (zeilen: readonly Projektion[]) => new Map(zeilen.map((p) => [ort(p), p.daten]));

  it('die Unterschiede aller Schritte ergeben zusammen die Listen des letzten Standes', () => {
    immer((lauf) => {
      const tafel = new Map<string, unknown>();
      for (const { vorher, nachher } of lauf) {
        const alt = alsTafel(vorher ? projektionen(vorher) : []);
        const neu = alsTafel(projektionen(nachher));
        for (const schluessel of alt.keys()) if (!neu.has(schluessel)) tafel.delete(schluessel);
        for (const [schluessel, daten] of neu) tafel.set(schluessel, daten);
      }
      const letzter = lauf.at(-1)?.nachher;
      expect(tafel).toEqual(letzter ? alsTafel(projektionen(letzter)) : new Map());
    });
  });

  it('kein Schlüssel steht doppelt: eine Transaktion schreibt jeden Eintrag höchstens einmal', () => {
    immer((lauf) => {
      for (const { nachher } of lauf) {
        const orte = projektionen(nachher).map(ort);
        expect(new Set(orte).size).toBe(orte.length);
      }
    });
  });

  it('wer sie hat, hat sie in seiner Liste, und nur er; im Pool liegt, was offen ist und keine Sitzung hat', () => {
    immer((lauf) => {
      for (const { nachher } of lauf) {
        const zeilen = projektionen(nachher);
        const listen = (anfang: string) => zeilen.map((p) => p.liste).filter((l) => l.startsWith(anfang));
        const { halt } = nachher;
        expect(listen('STELLE#')).toEqual(halt ? [`STELLE#${halt.rolle}:${halt.bereich}`] : []);
        expect(listen('VORLAGE#').length).toBe(halt ? 1 : 0);
        const wartende =
          nachher.phase === 'beratung' ? nachher.gremienweg.filter((b) => !b.freigegeben && !b.sitzung) : [];
        expect(listen('POOL#')).toEqual(wartende.map((b) => `POOL#${b.gremium}`));
        expect(listen('DEZERNAT#')).toEqual(nachher.nummer ? ['DEZERNAT#2'] : []);
        for (const z of zeilen) {
          if ('betreff' in z.daten) expect(z.daten.oeffentlich).toBeDefined();
        }
        const amt = zeilen.find((z) => z.liste === 'AMT#50');
        expect(amt?.daten.oeffentlich).toBe(istOeffentlich(nachher));
      }
    });
  });
});

describe('Folgearbeit', () => {
  it('endet oder wechselt das Warten, wird genau das alte geweckt, sonst nichts', () => {
    immer((lauf) => {
      for (const { ereignis, vorher, nachher } of lauf) {
        const geweckt = folgearbeiten(ereignis, vorher, nachher).filter((a) => a.zweck === 'wecken');
        const alt = vorher?.halt?.wartenummer;
        const erwartet =
          alt === undefined || alt === nachher.halt?.wartenummer
            ? []
            : [{ vorlage: nachher.id, wartenummer: alt, ereignis: nachher.nr }];
        expect(geweckt.map((a) => a.daten)).toEqual(erwartet);
      }
    });
  });

  it('jedes Warten eines Laufs wird genau einmal geweckt, wenn es endet', () => {
    immer((lauf) => {
      const geweckt = lauf.flatMap(({ ereignis, vorher, nachher }) =>
        folgearbeiten(ereignis, vorher, nachher).flatMap((a) =>
          a.zweck === 'wecken' ? [a.daten.wartenummer] : [],
        ),
      );
      const letzter = lauf.at(-1)?.nachher;
      const beendet = (letzter?.wartenummer ?? 0) - (letzter?.halt ? 1 : 0);
      expect(geweckt).toEqual(Array.from({ length: beendet }, (_, i) => i + 1));
    });
  });

  it('kein Schlüssel kommt zweimal vor; gestartet wird einmal, bei der Einreichung', () => {
    immer((lauf) => {
      const arbeiten = lauf.flatMap((s) =>
        folgearbeiten(s.ereignis, s.vorher, s.nachher).map((a) => ({ ...a, art: s.ereignis.art })),
      );
      const schluessel = arbeiten.map((a) => a.schluessel);
      expect(new Set(schluessel).size).toBe(schluessel.length);
      const starts = arbeiten.filter((a) => a.zweck === 'start');
      expect(starts.map((a) => a.art)).toEqual(lauf.some((s) => s.nachher.nummer) ? ['Eingereicht'] : []);
    });
  });

  it('ein Papier folgt auf Einreichung, neue Fassung, Freigabe und Berichtigung; Post nicht auf Entwürfe und Nummern', () => {
    const papier = ['Eingereicht', 'FassungEingereicht', 'ErgebnisFreigegeben', 'ErgebnisBerichtigt'];
    const ohnePost = ['VorlageAngelegt', 'EntwurfGeaendert', 'ErgebnisErfasst'];
    immer((lauf) => {
      for (const { ereignis, vorher, nachher } of lauf) {
        const zwecke = folgearbeiten(ereignis, vorher, nachher).map((a) => a.zweck);
        expect(zwecke.includes('papier')).toBe(papier.includes(ereignis.art));
        const gleicherTeil =
          ereignis.art === 'TopGeaendert' &&
          vorher?.gremienweg.map((b) => b.oeffentlich).join() ===
            nachher.gremienweg.map((b) => b.oeffentlich).join();
        expect(zwecke.includes('benachrichtigen')).toBe(!ohnePost.includes(ereignis.art) && !gleicherTeil);
      }
    });
  });
});
