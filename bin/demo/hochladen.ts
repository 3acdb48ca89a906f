import type { Klient } from '../werkzeug/klient.ts';
import type { Welt } from './welt.ts';

interface Formular {
  readonly id: string;
  readonly url: string;
  readonly felder: Record<string, string>;
}

/** Announces a file, sends it with the presigned form, and waits for the verdict. @returns the upload's id */
export async function ladeHoch(
  welt: Welt,
  klient: Klient,
  vorlage: string,
  zweck: 'entwurf' | 'anlage',
  dateiname: string,
  bytes: Uint8Array,
): Promise<string> {
  const formular = welt.gelungen<Formular>(
    await klient.post(`/vorlagen/${vorlage}/uploads`, {
      koerper: { zweck, dateiname },
      absicht: `upload ${vorlage} ${dateiname}`,
    }),
    `Upload von ${dateiname} ankündigen`,
  );
  await sendeFormular(welt, formular, dateiname, bytes);
  const lage = await welt.bis(`Prüfung von ${dateiname}`, async () => {
    const antwort = await klient.get(`/vorlagen/${vorlage}/uploads/${formular.id}`);
    const json = antwort.json as { zustand: string; code: string | null; befunde: unknown[] };
    return json.zustand === 'geprueft' || json.zustand === 'abgelehnt' ? json : null;
  });
  welt.erwarte(lage.zustand === 'geprueft', `${dateiname} wird angenommen`, lage);
  return formular.id;
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
