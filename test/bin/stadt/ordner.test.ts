import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bereiteOrdner, stadtSteht } from '../../../bin/stadt/ordner.ts';
import { FolderInUse, lockFolder } from '../../../local/start/lock.ts';

const stadt = { leer: false, gestellt: false };
const leer = { leer: true, gestellt: false };
const gestellt = { leer: false, gestellt: true };

let wurzel: string;
let ordner: string;
beforeEach(() => {
  wurzel = mkdtempSync(join(tmpdir(), 'gremienweg-ordner-'));
  ordner = join(wurzel, 'gibt', 'es', 'noch', 'nicht');
});
afterEach(() => rmSync(wurzel, { recursive: true, force: true }));

/** As a system leaves it that was killed. */
function fuelle(): void {
  mkdirSync(join(ordner, 'dynamodb'), { recursive: true });
  writeFileSync(join(ordner, 'dynamodb', 'dynamodb.sqlite'), 'Daten');
  writeFileSync(join(ordner, 'uhr.json'), '1');
}
const daten = () => existsSync(join(ordner, 'dynamodb', 'dynamodb.sqlite'));

describe('der Datenordner vor dem Start', () => {
  it('bekommt eine Stadt, wenn er neu oder leer ist', async () => {
    expect(await bereiteOrdner(ordner, stadt)).toBe('stadt');
    rmSync(join(ordner, 'stadt.json'));
    expect(await bereiteOrdner(ordner, stadt)).toBe('stadt');
    expect(readdirSync(ordner)).toEqual(['stadt.json']);
  });

  it('wird geleert und bekommt sie neu, wenn ihr Einrichten abgebrochen wurde', async () => {
    await bereiteOrdner(ordner, stadt);
    fuelle();
    expect(await bereiteOrdner(ordner, stadt)).toBe('stadt');
    expect(readdirSync(ordner)).toEqual(['stadt.json']);
    fuelle();
    expect(await bereiteOrdner(ordner, leer)).toBe('konten');
    expect(daten()).toBe(false);
  });

  it.each([
    ['stadt', stadt],
    ['leer', leer],
    ['gestellt', gestellt],
  ])('bleibt, wie er ist, wenn die Stadt steht (%s)', async (_name, wunsch) => {
    await bereiteOrdner(ordner, stadt);
    fuelle();
    stadtSteht(ordner);
    expect(await bereiteOrdner(ordner, wunsch)).toBe('nichts');
    expect(daten()).toBe(true);
  });

  it.each([
    ['stadt', stadt],
    ['leer', leer],
    ['gestellt', gestellt],
  ])('bleibt, wie er ist, wenn die Daten von früher sind (%s)', async (_name, wunsch) => {
    fuelle();
    for (let start = 0; start < 2; start += 1) expect(await bereiteOrdner(ordner, wunsch)).toBe('personen');
    expect(daten()).toBe(true);
    expect(existsSync(join(ordner, 'stadt.json'))).toBe(false);
  });

  it('bleibt leer, wenn er ohne Stadt angelegt wurde', async () => {
    expect(await bereiteOrdner(ordner, leer)).toBe('konten');
    fuelle();
    expect(await bereiteOrdner(ordner, stadt)).toBe('konten');
    expect(daten()).toBe(true);
  });

  it('bekommt keine Stadt, wenn jemand anderes die Uhr stellt', async () => {
    expect(await bereiteOrdner(ordner, gestellt)).toBe('personen');
    expect(readdirSync(ordner)).toEqual([]);
  });

  it('wird nicht angefasst, solange ihn ein anderer Prozess benutzt', async () => {
    await bereiteOrdner(ordner, stadt);
    fuelle();
    const gibFrei = lockFolder(ordner);
    await expect(bereiteOrdner(ordner, stadt)).rejects.toThrow(FolderInUse);
    expect(daten()).toBe(true);
    gibFrei();
  });
});
