import type { Vorlagenart } from '../ergebnis/umfeld.ts';
import type { Freigabeweg } from './freigabeweg.ts';
import { unterrichtungsvorlage } from './unterrichtungsvorlage.ts';

/** Every Vorlagenart that can be submitted, with its route. One state machine per entry. */
export const freigabewege: Readonly<Partial<Record<Vorlagenart, Freigabeweg>>> = {
  UV: unterrichtungsvorlage,
};
