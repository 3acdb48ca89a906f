import { mailadresse } from '../../bin/werkzeug/musterstadt.ts';
import { verbieteMailAn } from '../hilfen/rechte.ts';
import { allgemein } from './schirme/allgemein.ts';
import { betrieb } from './schirme/betrieb.ts';
import { bereiteStoerungenVor } from './schirme/lage.ts';
import { pruefeGruppen } from './schirme/lauf.ts';
import { nachweis } from './schirme/nachweis.ts';
import { sitzung, sitzungDesMitglieds } from './schirme/sitzung.ts';

// The Sitzung and what is looked up after it, and what concerns every screen.
pruefeGruppen(
  [sitzung, sitzungDesMitglieds, nachweis, betrieb, allgemein],
  { aendere: (vorlage) => verbieteMailAn(vorlage, mailadresse('ohlsen')) },
  bereiteStoerungenVor,
);
