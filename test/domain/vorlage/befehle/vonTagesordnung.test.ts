import { describe, expect, it } from 'vitest';
import { nimmVonTagesordnung } from '../../../../domain/vorlage/befehle/vonTagesordnung.ts';
import {
  ausgang,
  erwarteAblehnung,
  imProtokoll,
  inBeratung,
  schreibeErgebnis,
  setzeAn,
  sitzung,
  umgebung,
  weiter,
} from '../hilfen.ts';

const befehl = { vorlage: 'v1', beratung: 1, begruendung: 'Die Referentin ist verhindert.' };
const stand = () => setzeAn(inBeratung(), 1);

describe('von der Tagesordnung nehmen: vor der Sitzung, mit Grund', () => {
  it('legt die Beratung zurück in den Pool, und der Ablauf wartet neu', () => {
    const vorher = stand();
    const danach = weiter(
      vorher,
      nimmVonTagesordnung(vorher, befehl, sitzung, umgebung('sekretaer')),
      'sekretaer',
    );
    expect(danach.gremienweg[0]).toMatchObject({ sitzung: null, sitzungsbeginn: null, top: null });
    expect(danach.halt).toMatchObject({ art: 'beratung', beratung: 1 });
    expect(danach.halt?.wartenummer).toBe((vorher.halt?.wartenummer ?? 0) + 1);
  });

  it('NICHT_AUF_TAGESORDNUNG: eine andere Sitzung, oder noch im Pool', () => {
    const u = umgebung('sekretaer');
    erwarteAblehnung(nimmVonTagesordnung(stand(), befehl, { id: 's-9' }, u), 'NICHT_AUF_TAGESORDNUNG');
    erwarteAblehnung(nimmVonTagesordnung(inBeratung(), befehl, sitzung, u), 'NICHT_AUF_TAGESORDNUNG');
  });

  it('SITZUNG_BEGONNEN: danach ist „abgesetzt“ ein Ergebnis', () => {
    erwarteAblehnung(nimmVonTagesordnung(stand(), befehl, sitzung, imProtokoll()), 'SITZUNG_BEGONNEN');
    const erfasst = schreibeErgebnis(stand(), 1, ausgang());
    erwarteAblehnung(
      nimmVonTagesordnung(erfasst, befehl, sitzung, umgebung('sekretaer')),
      'SITZUNG_BEGONNEN',
    );
  });
});
