import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endEngineOf } from '../local/dynamodb/engine.ts';
import { FolderInUse, lockFolder } from '../local/start/lock.ts';
import { liesOptionen } from './werkzeug/optionen.ts';
import { wurzel } from './werkzeug/system.ts';

/** `npm run reset`: empties the data folder of the embedded system, unless it runs. */
const values = liesOptionen({ data: resolve(wurzel, '.gremienweg') });
if (!existsSync(values.data)) {
  console.log(`${values.data} gibt es nicht; nichts zu leeren.`);
} else {
  try {
    const gibFrei = lockFolder(values.data);
    await endEngineOf(join(values.data, 'dynamodb'));
    gibFrei();
    rmSync(values.data, { recursive: true, force: true });
    console.log(`${values.data} ist geleert.`);
  } catch (fehler) {
    if (!(fehler instanceof FolderInUse)) throw fehler;
    console.error(fehler.message);
    process.exitCode = 1;
  }
}
