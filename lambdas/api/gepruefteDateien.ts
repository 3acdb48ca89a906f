import { lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { type Upload, uploadlage } from '../../domain/upload/upload.ts';
import type { Einreichen, Einreichung } from '../../domain/vorlage/befehle/einreichen.ts';
import type { Datei } from '../../domain/vorlage/stand.ts';
import { ladeUpload } from '../aws/akte/uploads.ts';
import { sha256 } from '../aws/pruefsumme.ts';
import type { Dienste } from './dienste.ts';
import { ApiFehler } from './fehler.ts';

/**
 * The checked files that a submission names. Version and hash are those of the check; a file that was
 * swapped since then is refused.
 * @throws ApiFehler UPLOAD_UNBEKANNT, UPLOAD_NICHT_GEPRUEFT, UPLOAD_ABGELEHNT, UPLOAD_ERSETZT
 */
export async function gepruefteDateien(
  dienste: Dienste,
  vorlage: string,
  e: Einreichen,
): Promise<Einreichung> {
  const entwurf = await gepruefterUpload(dienste, vorlage, e.entwurf, 'entwurf');
  if (!entwurf.modell) throw new Error(`Der geprüfte Entwurf ${e.entwurf} hat kein Modell.`);
  const anlagen = [];
  for (const a of e.anlagen) {
    const upload = await gepruefterUpload(dienste, vorlage, a.upload, 'anlage');
    anlagen.push({ titel: a.titel, oeffentlich: a.oeffentlich, datei: alsDatei(upload) });
  }
  return { entwurf: alsDatei(entwurf), modell: entwurf.modell, anlagen };
}

async function gepruefterUpload(
  dienste: Dienste,
  vorlage: string,
  id: string,
  zweck: Upload['zweck'],
): Promise<Upload> {
  const geladen = await ladeUpload(dienste.akte, vorlage, id);
  if (geladen?.upload.zweck !== zweck) {
    throw new ApiFehler(
      lehneAb('UPLOAD_UNBEKANNT', 'Diese Datei gehört nicht zur Vorlage. Bitte laden Sie sie hoch.'),
    );
  }
  const { upload } = geladen;
  const lage = uploadlage(upload);
  if (lage.zustand === 'abgelehnt') {
    const code = lage.code === 'UPLOAD_ERSETZT' ? 'UPLOAD_ERSETZT' : 'UPLOAD_ABGELEHNT';
    throw new ApiFehler(
      lehneAb(code, lage.satz ?? 'Die Datei wurde abgelehnt.', { einzelheiten: { grund: lage.code } }),
    );
  }
  if (lage.zustand !== 'geprueft' || !upload.datei) {
    throw new ApiFehler(
      lehneAb(
        'UPLOAD_NICHT_GEPRUEFT',
        `Die Datei „${upload.dateiname}“ wird noch geprüft. Bitte warten Sie einen Moment.`,
      ),
    );
  }
  // The event of a swap may still be on its way: ask the bucket itself.
  const jetzt = await dienste.entwuerfe.aktuelleVersion(upload.schluessel);
  if (jetzt !== upload.datei.versionId && !(await istGleich(dienste, upload, upload.datei.sha256, jetzt))) {
    throw new ApiFehler(
      lehneAb(
        'UPLOAD_ERSETZT',
        'Die Datei wurde nach der Prüfung ausgetauscht. Bitte laden Sie sie neu hoch.',
      ),
    );
  }
  return upload;
}

function alsDatei(upload: Upload): Datei {
  if (!upload.datei) throw new Error(`Der Upload ${upload.id} hat keine geprüfte Datei.`);
  return { upload: upload.id, dateiname: upload.dateiname, schluessel: upload.schluessel, ...upload.datei };
}

async function istGleich(
  dienste: Dienste,
  upload: Upload,
  summe: string,
  version: string | null,
): Promise<boolean> {
  return version !== null && sha256(await dienste.entwuerfe.lies(upload.schluessel, version)) === summe;
}
