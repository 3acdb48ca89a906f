import type { Abdruck } from './lauf.ts';

/** In what a killed run differs from the one that nobody killed; empty = it lost nothing. */
export function unterschiede(soll: Abdruck, ist: Abdruck): string[] {
  const funde: string[] = [];
  for (const teil of ['ketten', 'papiere'] as const) {
    for (const name of new Set([...Object.keys(soll[teil]), ...Object.keys(ist[teil])])) {
      const [a, b] = [soll[teil][name], ist[teil][name]];
      if (a !== b)
        funde.push(
          `${teil}: ${name} ${a === undefined ? 'ist zu viel' : b === undefined ? 'fehlt' : 'weicht ab'}`,
        );
    }
  }
  const rest = [...ist.post];
  for (const mail of soll.post) {
    const stelle = rest.indexOf(mail);
    if (stelle < 0) funde.push(`post: fehlt: ${mail}`);
    else rest.splice(stelle, 1);
  }
  funde.push(...rest.map((mail) => `post: zu viel: ${mail}`));
  // Tolerated: a crash between the mail service's answer and our mark, one mail per death at most.
  if (ist.doppelteMails > ist.tode.length) {
    funde.push(`post: ${ist.doppelteMails} Doppel bei ${ist.tode.length} Toden`);
  }
  return funde;
}
