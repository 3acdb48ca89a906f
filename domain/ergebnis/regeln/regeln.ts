import { ablauf } from './ablauf.ts';
import { auszaehlung } from './auszaehlung.ts';
import { geaendert } from './geaendert.ts';
import { grundform } from './grundform.ts';
import { mehrheit } from './mehrheit.ts';
import { rechtmaessigkeit } from './rechtmaessigkeit.ts';
import type { Regel } from './regel.ts';
import { verfahren } from './verfahren.ts';
import { vorlagenart } from './vorlagenart.ts';
import { weitergabe } from './weitergabe.ts';

/** Every rule, in the order of the outcome table. */
export const regeln: readonly Regel[] = [
  ...grundform,
  ...auszaehlung,
  ...mehrheit,
  ...vorlagenart,
  ...verfahren,
  ...geaendert,
  ...weitergabe,
  ...rechtmaessigkeit,
  ...ablauf,
].sort((x, y) => x.zeile - y.zeile);
