import { describe, expect, it, test } from 'vitest';
import { aendereTop } from '../../../../domain/vorlage/befehle/topAendern.ts';
import { folgearbeiten } from '../../../../domain/vorlage/folgearbeit.ts';
import type { Vorlagenstand } from '../../../../domain/vorlage/stand.ts';
import {
  ausgang,
  ereignisse,
  erwarteAblehnung,
  geplant,
  inBeratung,
  kopf,
  schliesseAb,
  schreibeErgebnis,
  setzeAn,
  sitzung,
  wende,
  zurueckgezogen,
} from '../hilfen.ts';

const zwei = kopf({ gremienweg: [geplant(), geplant('rat', { datum: null })] });
const stand = (k = kopf()) => setzeAn(inBeratung(k), 1);
const aendere = (s: Vorlagenstand, top: string, beratung = 1, wo = sitzung) =>
  aendereTop(s, { beratung, top, oeffentlich: top.startsWith('Ö') }, wo);

/** What the only event of an accepted change does. */
function tue(vorher: Vorlagenstand, top: string) {
  const [ereignis, ...weitere] = ereignisse(aendere(vorher, top));
  if (!ereignis || weitere.length > 0) throw new Error('nicht genau ein Ereignis');
  const nachher = wende(vorher, ereignis, 'sekretaer');
  return { nachher, arbeit: folgearbeiten(ereignis, vorher, nachher).map((a) => a.zweck) };
}

describe('eine andere Nummer auf derselben Tagesordnung', () => {
  it('ändert nur die Nummer: niemand wird geweckt, niemand bekommt Post', () => {
    const vorher = stand();
    const { nachher, arbeit } = tue(vorher, 'Ö 7.1');
    expect(nachher.gremienweg[0]).toEqual({ ...vorher.gremienweg[0], top: 'Ö 7.1' });
    expect(nachher.halt).toEqual(vorher.halt);
    expect(arbeit).toEqual([]);
  });

  it('in den nichtöffentlichen Teil: das wird mitgeteilt, geweckt wird auch hier niemand', () => {
    const { nachher, arbeit } = tue(stand(), 'N 1');
    expect(nachher.gremienweg[0]).toMatchObject({ oeffentlich: false, top: 'N 1' });
    expect(arbeit).toEqual(['benachrichtigen']);
  });

  it('geht auch mit erfasstem Ergebnis: es ist noch nicht hinaus', () => {
    const erfasst = schreibeErgebnis(stand(), 1, zurueckgezogen);
    expect(tue(erfasst, 'Ö 9').nachher.gremienweg[0]).toMatchObject({
      top: 'Ö 9',
      ergebnis: zurueckgezogen,
    });
  });
});

describe('was nicht geht', () => {
  const nichtoeffentlich = () => setzeAn(inBeratung(), 1, { oeffentlich: false });
  const zweiteOffen = () => schliesseAb(setzeAn(stand(zwei), 2), 1, zurueckgezogen);
  test.each([
    ['NICHT_AUF_TAGESORDNUNG', () => aendere(stand(), 'Ö 7', 1, { ...sitzung, id: 's-9' })],
    ['NICHT_AUF_TAGESORDNUNG', () => aendere(stand(), 'Ö 7', 9)],
    ['NICHT_AUF_TAGESORDNUNG', () => aendere(inBeratung(), 'Ö 7')],
    ['ERGEBNIS_FREIGEGEBEN', () => aendere(schliesseAb(stand(zwei), 1, ausgang()), 'Ö 7')],
    ['NICHT_IN_BERATUNG', () => aendere(zweiteOffen(), 'Ö 7', 2, { ...sitzung, id: 's-2' })],
    ['TOP_TEIL', () => aendereTop(stand(), { beratung: 1, top: 'Ö 7', oeffentlich: false }, sitzung)],
    ['TEIL_GEAENDERT', () => aendere(nichtoeffentlich(), 'Ö 7')],
  ])('%s', (code, befehl) => erwarteAblehnung(befehl(), code));
});
