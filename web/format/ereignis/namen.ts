import type { Stelle } from '../../../domain/rollen/stelle.ts';

/** How a sentence calls people, Gremien and Stellen of which an event holds only the ids. */
export interface Namen {
  readonly person: (id: string) => string;
  readonly gremium: (id: string) => string;
  readonly stelle: (stelle: Stelle) => string;
}

/** The sentences of a union of events: one for each art, or it does not compile. */
export type Saetze<E extends { readonly art: string; readonly daten: unknown }> = {
  readonly [A in E['art']]: (daten: Extract<E, { readonly art: A }>['daten'], namen: Namen) => string;
};
