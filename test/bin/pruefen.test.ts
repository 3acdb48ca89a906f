import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { docx, entwurf, p } from '../documents/hilfe/docx.ts';

const programm = fileURLToPath(new URL('../../bin/pruefen.ts', import.meta.url));
let ordner: string;
let gut: string;
let schlecht: string;

beforeAll(async () => {
  ordner = await mkdtemp(join(tmpdir(), 'gremienweg-pruefen-'));
  gut = join(ordner, 'gut.docx');
  schlecht = join(ordner, 'schlecht.docx');
  await writeFile(
    gut,
    docx(
      p('Vorlage: UV/0031/2025') +
        p('Betreff: Probe') +
        p('Unterrichtung:') +
        p('Ein Satz.') +
        p('Anlage: Plan'),
    ),
  );
  await writeFile(schlecht, entwurf('', {}));
});

afterAll(() => rm(ordner, { recursive: true }));

function pruefen(...argumente: string[]): Promise<{ code: number; aus: string; fehler: string }> {
  return new Promise((fertig) => {
    execFile(process.execPath, ['--import', 'tsx', programm, ...argumente], (fehler, aus, err) => {
      fertig({ code: typeof fehler?.code === 'number' ? fehler.code : 0, aus, fehler: err });
    });
  });
}

test('--json prints one line per file, and refuses what is no file', async () => {
  const { code, aus } = await pruefen('--json', gut, schlecht, ordner);

  const zeilen = aus
    .trim()
    .split('\n')
    .map((zeile) => JSON.parse(zeile));
  expect(code).toBe(1);
  expect(zeilen).toEqual([
    {
      datei: gut,
      angenommen: true,
      fehler: [],
      warnungen: [],
      hinweise: [{ code: 'ALTE_NUMMER', satz: expect.any(String), ort: null, abhilfe: expect.any(String) }],
      felder: {
        nummer: 'UV/0031/2025',
        datum: null,
        dezernat: null,
        verfasser: null,
        az: null,
        betreff: 'Probe',
        beratungen: [],
        anlagen: ['Plan'],
      },
      millisekunden: expect.any(Number),
    },
    expect.objectContaining({
      datei: schlecht,
      angenommen: false,
      fehler: [expect.objectContaining({ code: 'KEIN_TEXT' })],
    }),
    expect.objectContaining({
      datei: ordner,
      angenommen: false,
      felder: null,
      fehler: [expect.objectContaining({ code: 'NICHT_ZU_OEFFNEN' })],
    }),
  ]);
});

test('without --json it prints a report that a clerk can read; 0 if all are accepted', async () => {
  const { code, aus } = await pruefen(gut);

  expect(code).toBe(0);
  expect(aus).toContain('Der Entwurf kann eingereicht werden.');
  expect(aus).toContain(
    'Hinweis (ALTE_NUMMER): Der Entwurf trägt schon eine Nummer (UV/0031/2025); sie wird nicht verwendet.',
  );
});

test.each([[[]], [['--json']], [['--xml', 'a.docx']]])(
  'wrong usage %j ends with 2 and says how to call it',
  async (argumente) => {
    const { code, fehler } = await pruefen(...argumente);

    expect(code).toBe(2);
    expect(fehler).toContain('npm run -s pruefen -- [--json] DATEI...');
  },
);
