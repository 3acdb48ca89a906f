import { ApiFehler, NetzFehler } from './fehler.ts';

/** An answer that was read to its end. */
export interface Antwort {
  readonly status: number;
  readonly typ: string;
  readonly inhalt: Blob;
  /** What the server asks to wait, in ms. */
  readonly warte: number;
}

export async function liesAntwort(antwort: Response): Promise<Antwort> {
  return {
    status: antwort.status,
    typ: antwort.headers.get('content-type') ?? '',
    inhalt: await antwort.blob(),
    warte: inMillisekunden(antwort.headers.get('retry-after')),
  };
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). More than a minute is waited for by nobody. */
function inMillisekunden(wert: string | null): number {
  if (wert === null) return 0;
  const ms = /^\d+$/.test(wert) ? Number(wert) * 1000 : Date.parse(wert) - Date.now();
  return Math.min(Math.max(ms || 0, 0), 60_000);
}

/** JSON as it is, everything else as a file. Throws ApiFehler for a refusal. */
export async function deute<T>({ status, typ, inhalt }: Antwort): Promise<T> {
  const ok = status >= 200 && status < 300;
  // No page is ever an answer of ours: a hotel's login stands in between.
  if (ok && typ.includes('html')) throw new NetzFehler();
  const istJson = typ.includes('json');
  if (ok) return (istJson ? JSON.parse(await inhalt.text()) : inhalt) as T;
  const koerper = istJson ? JSON.parse(await inhalt.text()) : {};
  throw new ApiFehler(
    status,
    koerper.code ?? `HTTP_${status}`,
    koerper.satz ?? allgemein(status),
    koerper.paragraf ?? null,
    koerper.einzelheiten,
  );
}

/** For refusals of what stands before the API and knows no German. */
function allgemein(status: number): string {
  if (status === 401) return 'Ihre Anmeldung gilt nicht mehr. Bitte melden Sie sich noch einmal an.';
  if (status === 413) return 'Das ist zu groß, um gesendet zu werden. Bitte kürzen Sie es.';
  return 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.';
}
