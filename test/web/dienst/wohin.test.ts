import { expect, it } from 'vitest';
import { wohin } from '../../../web/dienst/wohin.ts';

const hier = 'https://gremienweg.example';
const frage = (pfad: string, mehr: Partial<Parameters<typeof wohin>[0]> = {}) =>
  wohin({
    methode: 'GET',
    adresse: new URL(pfad, hier),
    seite: false,
    eigeneHerkunft: hier,
    gehalten: (p) => p === '/assets/a-12345678.js' || p === '/zeichen.svg',
    ...mehr,
  });

it.each([
  ['a screen', '/sitzungen/s-1?phase=durchfuehren', { seite: true }, 'seite'],
  ['the way into everything', '/', { seite: true }, 'seite'],
  ['the screen of the licences', '/lizenzen', { seite: true }, 'seite'],
  ['a file it holds', '/assets/a-12345678.js', {}, 'datei'],
  ['the sign', '/zeichen.svg', {}, 'datei'],
  ['a file of a newer build', '/assets/b-12345678.js', {}, null],
  ['the API', '/api/aufgaben', {}, null],
  ['the API, opened as a page', '/api/openapi.json', { seite: true }, null],
  ["the server's own pages", '/_start', { seite: true }, null],
  ['a licence', '/lizenzen/OFL-1.1.txt', { seite: true }, null],
  ['a file, opened as a page', '/unbekannt.pdf', { seite: true }, null],
  ['writing', '/', { methode: 'POST', seite: true }, null],
  ['another origin', 'https://login.example/', { seite: true }, null],
] as const)('%s: %s', (_, pfad, mehr, erwartet) => {
  expect(frage(pfad, mehr)).toBe(erwartet);
});
