import type { Stelle } from '../../domain/rollen/stelle.ts';

/** The Stellen of the town that decide in the story. */
export const dezernat: Stelle = { rolle: 'Dezernat', bereich: '2' };
export const sozialamt: Stelle = { rolle: 'Amtsleitung', bereich: '50' };
export const sozialausschuss: Stelle = { rolle: 'Sitzungsdienst', bereich: 'sozialausschuss' };
export const jugendhilfeausschuss: Stelle = { rolle: 'Sitzungsdienst', bereich: 'jugendhilfeausschuss' };
