import { writeFile } from 'node:fs/promises';
import { renderVorlagenmuster } from '../documents/papiere/vorlagenmuster.ts';
import { hausstil } from '../templates/hausstil.ts';

/** Writes the clerks' templates from the code that also hands them out pre-filled. */
const ziel = new URL('../templates/unterrichtungsvorlage.docx', import.meta.url);
await writeFile(ziel, await renderVorlagenmuster({ hausstil }));
console.log('templates/unterrichtungsvorlage.docx geschrieben');
