import type { Namen } from './ereignis/namen.ts';
import { gremiumsname, stellenname } from './stelle.ts';

/** Names for sentences: of people from an answer's `namen`, of Gremien and Stellen as every screen knows them. */
export function namenAus(namen: Readonly<Record<string, string>>): Namen {
  return { person: (id) => namen[id] ?? id, gremium: gremiumsname, stelle: stellenname };
}
