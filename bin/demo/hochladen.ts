import type { Klient } from '../werkzeug/klient.ts';
import type { Welt } from './welt.ts';

interface Formular {
  readonly id: string;
  readonly url: string;
  readonly felder: Record<string, string>;
}

/** A file on its way through the checks. */
export interface Sendung {
  readonly upload: string;
  readonly dateiname: string;
}

/** Announces a file and sends it with the presigned form; the checks begin. */
export async function schickeHoch(
  welt: Welt,
  klient: Klient,
  vorlage: string,
  zweck: 'entwurf' | 'anlage',
  dateiname: string,
  bytes: Uint8Array,
): Promise<Sendung> {
  const formular = welt.gelungen<Formular>(
    await klient.post(`/vorlagen/${vorlage}/uploads`, {
      koerper: { zweck, dateiname },
      absicht: `upload ${vorlage} ${dateiname}`,
    }),
    `Upload von ${dateiname} ankündigen`,
  );
  await sendeFormular(welt, formular, dateiname, bytes);
  return { upload: formular.id, dateiname };
}

/** Waits for the verdict on a file, which must be good. */
export async function warteAufPruefung(
  welt: Welt,
  klient: Klient,
  vorlage: string,
  { upload, dateiname }: Sendung,
): Promise<void> {
  const lage = await welt.bis(`Prüfung von ${dateiname}`, async () => {
    const antwort = await klient.get(`/vorlagen/${vorlage}/uploads/${upload}`);
    const json = antwort.json as { zustand: string; code: string | null; befunde: unknown[] };
    return json.zustand === 'geprueft' || json.zustand === 'abgelehnt' ? json : null;
  });
  welt.erwarte(lage.zustand === 'geprueft', `${dateiname} wird angenommen`, lage);
}

/** Sends a file to the bucket; again if the answer got lost (the same bytes do no harm). */
export async function sendeFormular(
  welt: Welt,
  formular: Pick<Formular, 'url' | 'felder'>,
  dateiname: string,
  bytes: Uint8Array,
): Promise<void> {
  await welt.bis(`${dateiname} senden`, async () => {
    const daten = new FormData();
    for (const [name, wert] of Object.entries(formular.felder)) daten.set(name, wert);
    daten.set('file', new Blob([new Uint8Array(bytes)]), dateiname);
    try {
      const antwort = await fetch(formular.url, { method: 'POST', body: daten });
      if (antwort.status >= 500) return false;
      welt.erwarte(antwort.ok, `${dateiname} wird vom Speicher angenommen`, [
        antwort.status,
        await antwort.text(),
      ]);
      return true;
    } catch (fehler) {
      if (fehler instanceof TypeError) return false;
      throw fehler;
    }
  });
}
