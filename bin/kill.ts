import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laufe } from './kill/lauf.ts';
import { todesplan } from './kill/plan.ts';
import { unterschiede } from './kill/vergleiche.ts';
import { liesOptionen } from './werkzeug/optionen.ts';

/**
 * `npm run test:kill -- --count N --seed S`: the demo journey while its process is killed N times at points
 * that the seed gives; every run must end in the same record, papers and mails as the one nobody killed.
 */
const values = liesOptionen({ count: '12', seed: String(Date.now() % 100_000) });
const buendel = join(tmpdir(), 'gremienweg-test-buendel');
const still = { buendel, sage: () => {} };
console.log(`Saat ${values.seed}`);
const soll = await laufe({ ...still, tode: [] });
console.log(
  `Vergleichslauf: ${Object.keys(soll.ketten).length} Ketten, ${Object.keys(soll.papiere).length} Papiere, ${soll.post.length} Neuigkeiten per Mail`,
);
let fehler = 0;
for (const [i, tode] of todesplan(Number(values.count), Number(values.seed)).entries()) {
  const ist = await laufe({ ...still, tode });
  const funde = unterschiede(soll, ist);
  const dazu = `${ist.tode.length} Tode (${ist.tode.join(', ')}), ${ist.doppelteMails} geduldete Doppel`;
  console.log(`Lauf ${i + 1}: ${funde.length === 0 ? 'gleich' : 'VERSCHIEDEN'}; ${dazu}`);
  for (const fund of funde) console.log(`  ${fund}`);
  if (funde.length > 0) fehler += 1;
}
process.exitCode = fehler > 0 ? 1 : 0;
