import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Who may import whom: the table of the architecture. A folder of its own is always allowed. */
interface Regel {
  /** Folders of ours, by prefix of the path from the root. */
  readonly ordner: readonly string[];
  /** Packages, by name or `@scope/*`; `node:*` for the Node API. */
  readonly pakete: readonly string[];
}

const alles: Regel = { ordner: [''], pakete: ['*'] };

const regeln: Readonly<Record<string, Regel>> = {
  // Rules only: no Node API, no SDK, no clock, no random, no hash.
  domain: { ordner: [], pakete: ['zod'] },
  documents: { ordner: ['domain'], pakete: ['docx', 'yauzl', 'saxes', 'zod', 'node:*'] },
  // Texts and settings in the shapes that domain and documents define.
  templates: { ordner: ['domain', 'documents'], pakete: ['zod'] },
  lambdas: {
    ordner: ['domain', 'documents', 'templates'],
    pakete: ['@aws-sdk/*', 'hono', 'zod', 'node:*'],
  },
  // The route definitions only; handlers by path.
  lib: { ordner: ['domain/freigabeweg'], pakete: ['aws-cdk-lib', 'constructs', 'zod', 'node:*'] },
  // It knows AWS, not committees.
  local: {
    ordner: [],
    pakete: ['esbuild', 'jose', 'jsonata', 'node-sqlite3-wasm', 'saxes', 'zod', '@aws-sdk/*', 'node:*'],
  },
  // The same rules live in the form; of the API only types.
  web: { ordner: ['domain'], pakete: ['preact', 'idb', 'zod'] },
  bin: alles,
  test: alles,
};

/** Tests and fixtures beside the code of `local/` bring their own tools. */
const inTests: Regel = {
  ordner: ['bin/werkzeug'],
  pakete: ['vitest', 'fast-check', 'aws-cdk-lib', 'constructs', 'asl-validator', 'yauzl'],
};

const wurzel = fileURLToPath(new URL('..', import.meta.url));

describe('imports', () => {
  const dateien = Object.keys(regeln).flatMap((ordner) => quellen(join(wurzel, ordner)));

  it('keep to the table of folders', () => {
    expect(dateien.length).toBeGreaterThan(50);
    const verstoesse = dateien.flatMap((datei) => {
      const pfad = relative(wurzel, datei).split(sep).join('/');
      return verbotene(pfad, readFileSync(datei, 'utf8')).map((ziel) => `${pfad} imports ${ziel}`);
    });
    expect(verstoesse).toEqual([]);
  });

  it.each([
    ['1', 'domain/a.ts', "import { z } from 'zod';", []],
    ['2', 'domain/a.ts', "import { createHash } from 'node:crypto';", ['node:crypto']],
    ['3', 'domain/a.ts', "import { createHash } from 'crypto';", ['crypto']],
    ['4', 'domain/vorlage/a.ts', "import { x } from '../rollen/b.ts';", []],
    ['5', 'domain/vorlage/a.ts', "import type { x } from '../../documents/b.ts';", ['documents/b.ts']],
    ['6', 'local/s3/a.ts', "import { x } from '../../lambdas/aws/b.ts';", ['lambdas/aws/b.ts']],
    ['7', 'local/s3/a.ts', "export { x } from '../../lib/app.ts';", ['lib/app.ts']],
    ['8', 'lib/a.ts', "import { x } from '../domain/freigabeweg/freigabewege.ts';", []],
    ['9', 'lib/a.ts', "import { x } from '../domain/rollen/darf.ts';", ['domain/rollen/darf.ts']],
    ['10', 'lib/a.ts', "import { x } from '../lambdas/api/api.lambda.ts';", ['lambdas/api/api.lambda.ts']],
    ['11', 'lib/a.ts', "import { x } from 'aws-cdk-lib/aws-s3';", []],
    ['12', 'documents/a.ts', "import { x } from '@aws-sdk/client-s3';", ['@aws-sdk/client-s3']],
    ['13', 'lambdas/a.ts', "const x = await import('../local/s3/s3.ts');", ['local/s3/s3.ts']],
    ['14', 'lambdas/a.ts', "import {\n  a,\n  b,\n} from 'aws-cdk-lib';", ['aws-cdk-lib']],
    ['15', 'web/a.ts', "import '../local/types.ts';", ['local/types.ts']],
    ['16', 'local/a.ts', "import { it } from 'vitest';", ['vitest']],
    ['17', 'local/a.test.ts', "import { it } from 'vitest';", []],
    ['18', 'local/a.test.ts', "import { x } from '../domain/a.ts';", ['domain/a.ts']],
    ['19', 'bin/a.ts', "import { x } from '../local/start.ts';", []],
    ['20', 'domain/a.ts', "// import { x } from 'node:fs' would be wrong\nconst satz = 'from x';", []],
  ])('row %s: %s with %j', (_, pfad, quelltext, erwartet) => {
    expect(verbotene(pfad, quelltext)).toEqual(erwartet);
  });
});

/** What a file imports and may not: paths from the root, or names of packages. */
function verbotene(pfad: string, quelltext: string): string[] {
  const [eigener = ''] = pfad.split('/');
  const regel = regeln[eigener];
  if (!regel) throw new Error(`no rule for the folder ${eigener}`);
  const dazu: Regel = /\.(test|fixture)\.ts$/.test(pfad) ? inTests : { ordner: [], pakete: [] };
  // The build's own settings.
  if (pfad === 'web/vite.config.ts') return [];
  const pakete = [...regel.pakete, ...dazu.pakete];
  return importe(quelltext).flatMap((ziel) => {
    if (!ziel.startsWith('.')) return pakete.some((muster) => passt(muster, ziel)) ? [] : [ziel];
    const absolut = posix.normalize(posix.join(dirname(pfad), ziel));
    const ordner = [eigener, ...regel.ordner, ...dazu.ordner];
    return ordner.some((erlaubt) => erlaubt === '' || absolut.startsWith(`${erlaubt}/`)) ? [] : [absolut];
  });
}

function passt(muster: string, paket: string): boolean {
  if (muster.endsWith('*')) return paket.startsWith(muster.slice(0, -1));
  return paket === muster || paket.startsWith(`${muster}/`);
}

/** Targets of static and dynamic imports and of re-exports. */
function importe(quelltext: string): string[] {
  const statisch = /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm;
  const dynamisch = /\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...quelltext.matchAll(statisch), ...quelltext.matchAll(dynamisch)].flatMap(
    ([, ziel]) => ziel ?? [],
  );
}

function quellen(ordner: string): string[] {
  try {
    return readdirSync(ordner, { recursive: true, encoding: 'utf8' })
      .filter((pfad) => /\.(ts|mts|tsx)$/.test(pfad) && !pfad.includes('node_modules'))
      .map((pfad) => join(ordner, pfad));
  } catch (fehler) {
    if ((fehler as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fehler;
  }
}
