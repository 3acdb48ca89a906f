import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const wurzel = fileURLToPath(new URL('.', import.meta.url));

/** The licences ask that their texts travel with what is shipped; minifiers drop them (EUPL-1.2, OFL-1.1). */
function lizenztexte(): Plugin {
  const texte = {
    'lizenzen/EUPL-1.2.txt': new URL('../LICENSE', import.meta.url),
    'lizenzen/KERN.md': new URL('../node_modules/@kern-ux/native/LICENSE.md', import.meta.url),
    'lizenzen/OFL-1.1.txt': new URL('./schriften/OFL.txt', import.meta.url),
    'lizenzen/Preact.txt': new URL('../node_modules/preact/LICENSE', import.meta.url),
    'lizenzen/Zod.txt': new URL('../node_modules/zod/LICENSE', import.meta.url),
    'lizenzen/idb.txt': new URL('../node_modules/idb/LICENSE', import.meta.url),
  };
  return {
    name: 'lizenztexte',
    generateBundle() {
      for (const [fileName, ort] of Object.entries(texte)) {
        this.emitFile({ type: 'asset', fileName, source: readFileSync(ort) });
      }
    },
  };
}

/** KERN's own file stays one chunk with its notice; the build would drop the comment. */
function kernbanner(): Plugin {
  const banner =
    '/*! KERN UX-Standard (@kern-ux/native 2.7.2), unverändert übernommen, Lizenz EUPL-1.2, ' +
    'Quelle: https://gitlab.opencode.de/kern-ux, Lizenztext: /lizenzen/KERN.md */\n';
  return {
    name: 'kernbanner',
    generateBundle(_, teile) {
      for (const teil of Object.values(teile)) {
        if (
          teil.type === 'asset' &&
          teil.fileName.endsWith('.css') &&
          String(teil.source).includes('.kern-')
        ) {
          teil.source = banner + String(teil.source);
        }
      }
    },
  };
}

const dienstname = 'sw.js';

/**
 * Tells the service worker which files belong together: all of this build but the licence texts and itself.
 * Its version is a hash of their names and of what has none in its name, so that the same build is the same worker.
 */
function dienstliste(): Plugin {
  return {
    name: 'dienstliste',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, teile) {
        const dienst = teile[dienstname];
        const seite = teile['index.html'];
        if (dienst?.type !== 'chunk' || seite?.type !== 'asset') this.error('sw.js oder index.html fehlt');
        const oeffentliche = readdirSync(`${wurzel}public`);
        const dateien = [
          ...Object.keys(teile).filter((d) => d !== dienstname && !/^lizenzen\/|\.map$/.test(d)),
          ...oeffentliche,
        ]
          .map((d) => `/${d}`)
          .toSorted();
        const sha256 = (inhalt: string | Uint8Array) => createHash('sha256').update(inhalt).digest('hex');
        const ohneHash = oeffentliche.map((d) => sha256(readFileSync(`${wurzel}public/${d}`)));
        const bau = {
          version: sha256(JSON.stringify([dateien, ohneHash, sha256(seite.source)])).slice(0, 16),
          dateien,
          seite: sha256(seite.source),
        };
        dienst.code = dienst.code.replaceAll('__BAU__', JSON.stringify(bau));
      },
    },
  };
}

/** Frame, parts and names that the work list shows. */
const ersteAnsicht =
  /\/node_modules\/preact\/|\/web\/(app\/(?!kettenpruefung|sha256)|api\/|anmeldung\/|format\/(datum|frist|phase|stelle|liegtBei)\.)|\/web\/bausteine\/(Dialog|Fehleranzeige|Feld|Frist|Knopf|Laedt|Leer|Marke|Meldung|Register|Seite|Vorlagenliste|Zeichen)|\/web\/speicher\/(gemerkt|mitgenommene)\.|\/domain\/rollen\/stellenschluessel/;

/** The interface: a static single page; its service worker lies beside it under a name that stays. */
export default defineConfig({
  root: wurzel,
  plugins: [lizenztexte(), kernbanner(), dienstliste()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${wurzel}index.html`, sw: `${wurzel}dienst/sw.ts` },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? dienstname : 'assets/[name]-[hash].js'),
        // What the first view needs comes in one piece: many small ones pack worse.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'grund', test: ersteAnsicht }],
        },
      },
    },
  },
});
