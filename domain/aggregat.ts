import type * as z from 'zod';
import type { Aggregatart, NeuesEreignis } from './ereignisse/ereignis.ts';
import {
  type Gremiumsstand,
  gremiumsprojektionen,
  gremiumsstandSchema,
  liesGremiumsereignis,
  type NeuesGremiumsereignis,
  wendeAufGremiumAn,
} from './gremium/gremium.ts';
import {
  liesPersonenereignis,
  type NeuesPersonenereignis,
  type Personenstand,
  personenprojektionen,
  personenstandSchema,
  wendeAufPersonAn,
} from './person/person.ts';
import {
  liesSitzungsereignis,
  type NeuesSitzungsereignis,
  type Sitzungsstand,
  sitzungsprojektionen,
  sitzungsstandSchema,
  wendeAufSitzungAn,
} from './sitzung/sitzung.ts';
import { type Herkunft, liesVorlagenereignis, type NeuesVorlagenereignis } from './vorlage/ereignisse.ts';
import { type Folgearbeit, folgearbeiten, folgearbeitenNachLoeschung } from './vorlage/folgearbeit.ts';
import { type Projektion, projektionen } from './vorlage/projektion.ts';
import { type Vorlagenstand, vorlagenstandSchema } from './vorlage/stand.ts';
import { wendeAn } from './vorlage/wendeAn.ts';

/** What the record needs to know of a kind of aggregate. S = state, E = its events. */
export interface Aggregat<S extends { nr: number }, E extends NeuesEreignis> {
  readonly art: Aggregatart;
  readonly standSchema: z.ZodType<S>;
  readonly lies: (art: string, daten: unknown) => E;
  readonly wendeAn: (stand: S | null, ereignis: E, herkunft: Herkunft) => S;
  readonly projektionen: (stand: S) => Projektion[];
  readonly folgearbeiten: (ereignis: E, vorher: S | null, nachher: S) => Folgearbeit[];
  /** What follows when the free texts of this event were erased. */
  readonly folgearbeitenNachLoeschung: (stand: S, ereignis: number) => Folgearbeit[];
}

export const vorlagen: Aggregat<Vorlagenstand, NeuesVorlagenereignis> = {
  art: 'Vorlage',
  standSchema: vorlagenstandSchema,
  lies: liesVorlagenereignis,
  wendeAn,
  projektionen,
  folgearbeiten,
  folgearbeitenNachLoeschung,
};

export const sitzungen: Aggregat<Sitzungsstand, NeuesSitzungsereignis> = {
  art: 'Sitzung',
  standSchema: sitzungsstandSchema,
  lies: liesSitzungsereignis,
  wendeAn: wendeAufSitzungAn,
  projektionen: sitzungsprojektionen,
  folgearbeiten: () => [],
  folgearbeitenNachLoeschung: () => [],
};

export const gremien: Aggregat<Gremiumsstand, NeuesGremiumsereignis> = {
  art: 'Gremium',
  standSchema: gremiumsstandSchema,
  lies: liesGremiumsereignis,
  wendeAn: wendeAufGremiumAn,
  projektionen: gremiumsprojektionen,
  folgearbeiten: () => [],
  folgearbeitenNachLoeschung: () => [],
};

export const personen: Aggregat<Personenstand, NeuesPersonenereignis> = {
  art: 'Person',
  standSchema: personenstandSchema,
  lies: liesPersonenereignis,
  wendeAn: wendeAufPersonAn,
  projektionen: personenprojektionen,
  folgearbeiten: () => [],
  folgearbeitenNachLoeschung: () => [],
};
