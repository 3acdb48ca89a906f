import type { Route } from './route.ts';
import { allgemeineRouten } from './routen/allgemein.ts';
import { ausgangsrouten } from './routen/ausgang.ts';
import { beratungsrouten } from './routen/beratungen.ts';
import { betriebsrouten } from './routen/betrieb.ts';
import { einreichungsrouten } from './routen/einreichung.ts';
import { entscheidungsrouten } from './routen/entscheidungen.ts';
import { ichrouten } from './routen/ich.ts';
import { kalenderrouten } from './routen/kalender.ts';
import { kettenrouten } from './routen/ketten.ts';
import { listenrouten } from './routen/listen.ts';
import { loeschrouten } from './routen/loeschung.ts';
import { personenrouten } from './routen/personen.ts';
import { sitzungsrouten } from './routen/sitzungen.ts';
import { suchrouten } from './routen/suche.ts';
import { uploadrouten } from './routen/uploads.ts';
import { verwaltungsrouten } from './routen/verwaltung.ts';
import { vorlagenrouten } from './routen/vorlagen.ts';
import { zustellungsrouten } from './routen/zustellungen.ts';

/** Every operation of the API. */
export const routen: readonly Route[] = [
  ...allgemeineRouten,
  ...ichrouten,
  ...listenrouten,
  ...vorlagenrouten,
  ...uploadrouten,
  ...einreichungsrouten,
  ...entscheidungsrouten,
  ...sitzungsrouten,
  ...beratungsrouten,
  ...kalenderrouten,
  ...zustellungsrouten,
  ...personenrouten,
  ...verwaltungsrouten,
  ...kettenrouten,
  ...loeschrouten,
  ...betriebsrouten,
  ...ausgangsrouten,
  ...suchrouten,
];
