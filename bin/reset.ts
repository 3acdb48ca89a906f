import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { FolderInUse, lockFolder } from '../local/start/lock.ts';
import { wurzel } from './werkzeug/system.ts';

/** `npm run reset`: empties the data folder of the embedded system, unless it runs. */
const { values } = parseArgs({
  options: { data: { type: 'string', default: resolve(wurzel, '.gremienweg') } },
});
if (!existsSync(values.data)) {
  console.log(`${values.data} gibt es nicht; nichts zu leeren.`);
} else {
  try {
    lockFolder(values.data)();
    rmSync(values.data, { recursive: true, force: true });
    console.log(`${values.data} ist geleert.`);
  } catch (fehler) {
    if (!(fehler instanceof FolderInUse)) throw fehler;
    console.error(fehler.message);
    process.exitCode = 1;
  }
}
