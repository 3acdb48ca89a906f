import { readFileSync } from 'node:fs';
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

/** The interface: a static single page; its service worker lies beside it under a name that stays. */
export default defineConfig({
  root: wurzel,
  plugins: [lizenztexte(), kernbanner()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17'],
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: `${wurzel}index.html` },
      output: { entryFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
