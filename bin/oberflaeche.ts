import { S3Client } from '@aws-sdk/client-s3';
import { ladeOberflaecheHoch } from './werkzeug/hochladen.ts';
import { baueOberflaeche } from './werkzeug/oberflaeche.ts';
import { liesOptionen } from './werkzeug/optionen.ts';
import { wurzel } from './werkzeug/system.ts';

/**
 * `npm run oberflaeche [-- --bucket NAME]`: builds the interface and, with a bucket, puts it there with the
 * caller's AWS rights. `npm start` does the same with the bucket of this machine.
 */
const { bucket } = liesOptionen({ bucket: undefined as string | undefined });
const ordner = await baueOberflaeche(wurzel);
if (bucket === undefined) console.log(`Die Oberfläche liegt in ${ordner}.`);
else {
  const geaendert = await ladeOberflaecheHoch(new S3Client({}), bucket, ordner);
  console.log(
    geaendert.length === 0
      ? `In ${bucket} liegt schon derselbe Stand.`
      : `${geaendert.length} Dateien nach ${bucket} geladen:\n${geaendert.map((name) => `  ${name}`).join('\n')}`,
  );
}
