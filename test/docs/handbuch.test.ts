import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const wurzel = fileURLToPath(new URL('../..', import.meta.url));
const handbuch = join(wurzel, 'docs/handbuch');
const bildordner = join(wurzel, 'docs/bild');
const seiten = readdirSync(handbuch).filter((name) => name.endsWith('.md'));
const text = (datei: string) => readFileSync(datei, 'utf8');

interface Verweis {
  readonly von: string;
  readonly ziel: string;
  readonly alternative: string | null;
}

/** Pictures (with their alternative text) and links to files of ours. */
function verweise(datei: string): Verweis[] {
  const gefunden = text(datei).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)\)/g);
  return [...gefunden]
    .map(([, bild, worte = '', ziel = '']) => ({ von: datei, ziel, alternative: bild ? worte : null }))
    .filter(({ ziel }) => !/^https?:/.test(ziel));
}

const alle = seiten.flatMap((name) => verweise(join(handbuch, name)));

/** As GitHub makes an anchor of a heading. */
function anker(datei: string): string[] {
  return [...text(datei).matchAll(/^#+ (.+)$/gm)].map(([, titel = '']) =>
    titel
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the handbook', () => {
  it('leads to files and headings that are there', () => {
    const tote = alle.filter(({ von, ziel }) => {
      const [pfad = '', stelle] = ziel.split('#');
      const datei = pfad === '' ? von : resolve(dirname(von), pfad);
      if (!existsSync(datei)) return true;
      return stelle !== undefined && !anker(datei).includes(decodeURIComponent(stelle));
    });
    expect(tote.map(({ von, ziel }) => `${relative(wurzel, von)}: ${ziel}`)).toEqual([]);
  });

  it('is reached as a whole from its overview', () => {
    const genannt = verweise(join(handbuch, 'README.md')).map(({ ziel }) => ziel);
    expect(seiten.filter((name) => name !== 'README.md' && !genannt.includes(name))).toEqual([]);
  });

  it('says in words what each picture shows', () => {
    const stumm = alle.filter((v) => v.alternative !== null && v.alternative.length < 20);
    expect(stumm.map(({ ziel }) => ziel)).toEqual([]);
  });

  it('uses every picture, and the README the others', () => {
    const gezeigt = [...alle, ...verweise(join(wurzel, 'README.md'))]
      .filter((v) => v.alternative !== null)
      .map(({ von, ziel }) => relative(bildordner, resolve(dirname(von), ziel)));
    const vorhanden = readdirSync(bildordner);
    expect(vorhanden.filter((name) => !gezeigt.includes(name))).toEqual([]);
  });

  it('shows pictures that are small, and made by the table', () => {
    const tabelle = [...text(join(wurzel, 'bin/bilder/tabelle.ts')).matchAll(/datei: '([^']+)'/g)];
    const dateien = tabelle.map(([, datei = '']) => datei);
    const groessen = dateien.map((datei) => statSync(join(bildordner, datei)).size);
    expect(Math.max(...groessen)).toBeLessThanOrEqual(120_000);
    expect(groessen.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(3_000_000);
    expect(dateien.length).toBeGreaterThan(40);
    expect(new Set(dateien).size).toBe(dateien.length);
  });

  it('names buttons as they are called', () => {
    const quelltext = quellen(join(wurzel, 'web')).map(flach).join('\n');
    const unbekannt = seiten.flatMap((name) =>
      [...flach(join(handbuch, name)).matchAll(/\*\*„([^“]+)“\*\*/g)]
        .map(([, beschriftung = '']) => beschriftung)
        // Numbers stand for themselves: "… Ergebnisse freigeben".
        .filter((b) => !b.split('…').every((teil) => quelltext.includes(teil.trim())))
        .map((b) => `${name}: ${b}`),
    );
    expect(unbekannt).toEqual([]);
  });
});

function quellen(ordner: string): string[] {
  return readdirSync(ordner, { withFileTypes: true }).flatMap((eintrag) => {
    const pfad = join(ordner, eintrag.name);
    if (eintrag.isDirectory())
      return eintrag.name === 'dist' || eintrag.name.startsWith('.') ? [] : quellen(pfad);
    return /\.tsx?$/.test(eintrag.name) ? [pfad] : [];
  });
}

/** Without line breaks, which a formatter puts anywhere. */
function flach(datei: string): string {
  return text(datei).replaceAll(/\s+/g, ' ');
}
