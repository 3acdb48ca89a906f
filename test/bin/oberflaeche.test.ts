import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ladeOberflaecheHoch } from '../../bin/werkzeug/hochladen.ts';
import { baueOberflaeche } from '../../bin/werkzeug/oberflaeche.ts';

const ordner: string[] = [];
let wurzel = '';
const schreibe = (pfad: string, text: string) => {
  mkdirSync(join(wurzel, pfad, '..'), { recursive: true });
  writeFileSync(join(wurzel, pfad), text);
};
const seite = () => readFileSync(join(wurzel, 'web/dist/index.html'), 'utf8');

beforeEach(() => {
  wurzel = mkdtempSync(join(tmpdir(), 'gremienweg-oberflaeche-'));
  ordner.push(wurzel);
  schreibe('package-lock.json', '{}');
  schreibe('domain/regel.ts', 'export const regel = 1;\n');
  schreibe(
    'web/index.html',
    '<!doctype html><title>Probe</title><script type="module" src="/start.ts"></script>',
  );
  schreibe(
    'web/start.ts',
    "import { regel } from '../domain/regel.ts';\ndocument.title = 'Regel ' + regel;\n",
  );
});
afterAll(() => {
  for (const einer of ordner) rmSync(einer, { recursive: true, force: true });
});

describe('the build of the interface', () => {
  it('is made once, and again when a source of it changed', async () => {
    const ziel = await baueOberflaeche(wurzel);
    expect(ziel).toBe(join(wurzel, 'web/dist'));
    const erste = seite();
    expect(erste).toMatch(/src="\/assets\/index-[\w-]{8}\.js"/);
    const { ino } = statSync(join(ziel, 'index.html'));
    await baueOberflaeche(wurzel);
    expect(statSync(join(ziel, 'index.html')).ino).toBe(ino);

    schreibe('domain/regel.ts', 'export const regel = 2;\n');
    await baueOberflaeche(wurzel);
    expect(seite()).not.toBe(erste);
  });

  it('that fails leaves the last one, whole, and nothing half done', async () => {
    await baueOberflaeche(wurzel);
    const gut = seite();
    schreibe('web/start.ts', "import './fehlt.ts';\n");
    await expect(baueOberflaeche(wurzel)).rejects.toThrow(/fehlt/);
    expect(seite()).toBe(gut);
    expect(readdirSync(join(wurzel, 'web/.bau'))).toEqual([]);
  });

  it('that somebody made by hand is not taken for one of these sources', async () => {
    schreibe('web/dist/index.html', 'von Hand');
    await baueOberflaeche(wurzel);
    expect(seite()).toContain('<title>Probe</title>');
  });

  it('survives a second one at the same time', async () => {
    const beide = await Promise.all([baueOberflaeche(wurzel), baueOberflaeche(wurzel)]);
    expect(new Set(beide).size).toBe(1);
    expect(seite()).toContain('<title>Probe</title>');
  });
});

describe('the upload', () => {
  /** A bucket that keeps what the SDK would send; local/s3 is tested with the system. */
  function eimer(vorhanden: Readonly<Record<string, string>> = {}) {
    const gesendet: PutObjectCommandInput[] = [];
    const s3 = new S3Client({ region: 'eu-central-1' });
    s3.send = async (befehl: { input: PutObjectCommandInput }) => {
      if (befehl.input.Body !== undefined) gesendet.push(befehl.input);
      return { Contents: Object.entries(vorhanden).map(([Key, ETag]) => ({ Key, ETag: `"${ETag}"` })) };
    };
    return { s3, gesendet };
  }
  const bau = () => {
    for (const [pfad, text] of Object.entries({
      'dist/index.html': 'seite',
      'dist/sw.js': 'dienst',
      'dist/.quellen': 'x',
      'dist/manifest.webmanifest': '{}',
      'dist/lizenzen/KERN.md': '#',
      'dist/assets/index-B1c2D3_4.js': 'skript',
      'dist/assets/gremienweg-sans-regular-AbCdEfGh.woff2': 'schrift',
      'dist/assets/ohne.css': 'stil',
    }))
      schreibe(pfad, text);
    return join(wurzel, 'dist');
  };

  it('puts what others refer to first, and says of each file what it is and how long it is good for', async () => {
    const { s3, gesendet } = eimer();
    await ladeOberflaecheHoch(s3, 'eimer', bau());
    const immer = 'public, max-age=31536000, immutable';
    expect(gesendet.map(({ Key, ContentType, CacheControl }) => [Key, ContentType, CacheControl])).toEqual([
      ['assets/gremienweg-sans-regular-AbCdEfGh.woff2', 'font/woff2', immer],
      ['assets/index-B1c2D3_4.js', 'text/javascript; charset=utf-8', immer],
      ['assets/ohne.css', 'text/css; charset=utf-8', 'no-cache'],
      ['lizenzen/KERN.md', 'text/markdown; charset=utf-8', 'no-cache'],
      ['manifest.webmanifest', 'application/manifest+json', 'no-cache'],
      ['index.html', 'text/html; charset=utf-8', 'no-cache'],
      ['sw.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ]);
  });

  it('leaves what is there already, and what the build no longer has', async () => {
    // MD5 of "seite" and of something else.
    const { s3, gesendet } = eimer({
      'index.html': 'b5b283a9331f87cec9fe67c352379c58',
      'sw.js': '00000000000000000000000000000000',
      'assets/index-alt00000.js': '00000000000000000000000000000000',
    });
    const geaendert = await ladeOberflaecheHoch(s3, 'eimer', bau());
    expect(geaendert).toContain('sw.js');
    expect(geaendert).not.toContain('index.html');
    expect(gesendet).toHaveLength(geaendert.length);
  });

  it('refuses a file of a kind that it does not know', async () => {
    const ziel = bau();
    cpSync(join(ziel, 'sw.js'), join(ziel, 'bild.tiff'));
    await expect(ladeOberflaecheHoch(eimer().s3, 'eimer', ziel)).rejects.toThrow('„bild.tiff“');
  });
});
