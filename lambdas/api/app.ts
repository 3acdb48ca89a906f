import { Hono } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import { lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { CursorFehler } from '../aws/akte/akte.ts';
import { ladeAkteur } from './akteur.ts';
import type { Dienste } from './dienste.ts';
import { ApiFehler, fehlerkoerper } from './fehler.ts';
import { feldsatz } from './feldsaetze.ts';
import { openapi } from './openapi.ts';
import type { Route } from './route.ts';
import { routen } from './routen.ts';
import { nichtGefunden } from './vorlagenbefehl.ts';
import { unmoeglicheZeichen } from './zeichen.ts';

z.config({ localeError: feldsatz });

/** What can be an id or a number in a path; anything else names nothing. */
const pfadteil = /^[A-Za-z0-9][A-Za-z0-9-]{0,62}$/;

/** Files travel past the API (presigned); what arrives here is small. */
const hoechsteAnfrage = 512 * 1024;

type Umgebung = { Bindings: { event?: LambdaEvent } };

/**
 * The API as a Hono app, built from the route table.
 *
 *     const app = baueApi(dienste, () => new Date().toISOString());
 *     export const handler = handle(app);
 */
export function baueApi(dienste: Dienste, jetzt: () => string): Hono<Umgebung> {
  const app = new Hono<Umgebung>();
  const beschreibung = openapi(routen);
  app.use(
    bodyLimit({
      maxSize: hoechsteAnfrage,
      onError: () => {
        throw new ApiFehler(
          lehneAb('ANFRAGE_ZU_GROSS', 'Die Anfrage ist zu groß. Dateien bitte über den Upload senden.'),
        );
      },
    }),
  );
  app.use(async (c, weiter) => {
    await weiter();
    // Answers hold personal data and change with every act (RFC 9111, 5.2.2.5).
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
  });
  app.get('/api/openapi.json', (c) => c.json(beschreibung));
  for (const r of routen) {
    app.on(r.methode.toUpperCase(), honopfad(r), async (c) => {
      const nun = jetzt();
      const akteur = r.oeffentlich
        ? { person: 'oeffentlichkeit', stellen: [] }
        : await ladeAkteur(dienste.akte, loginVon(c.env?.event), nun);
      const pfad: Readonly<Record<string, string>> = c.req.param();
      if (!Object.values(pfad).every((teil) => pfadteil.test(teil))) throw new ApiFehler(nichtGefunden);
      const antwort = await r.tue({
        pfad,
        koerper: r.koerper ? pruefe(r.koerper, await liesJson(c.req.raw)) : undefined,
        abfrage: r.abfrage ? pruefe(r.abfrage, c.req.query()) : undefined,
        akteur,
        dienste,
        jetzt: nun,
        idempotenz: r.methode === 'get' ? null : idempotenzVon(c.req.header('Idempotency-Key')),
        gesehen: r.mitVersion ? versionVon(c.req.header('If-Match')) : null,
      });
      if ('datei' in antwort) {
        c.header('Content-Type', antwort.typ);
        c.header('Content-Disposition', `attachment; filename="${antwort.dateiname}"`);
        return c.body(new Uint8Array(antwort.datei), antwort.status);
      }
      if ('text' in antwort) {
        c.header('Content-Type', antwort.typ);
        c.header('Content-Disposition', `inline; filename="${antwort.dateiname}"`);
        return c.body(antwort.text, antwort.status);
      }
      return c.json(antwort.json, antwort.status);
    });
  }
  for (const [pfad, erlaubt] of methodenJePfad(routen)) {
    app.all(pfad, (c) => {
      c.header('Allow', erlaubt);
      throw new ApiFehler(lehneAb('METHODE_UNBEKANNT', `Unter dieser Adresse gibt es nur ${erlaubt}.`));
    });
  }
  app.notFound((c) => c.json(fehlerkoerper(lehneAb('NICHT_GEFUNDEN', 'Diese Adresse gibt es nicht.')), 404));
  app.onError((fehler, c) => {
    if (fehler instanceof ApiFehler) return c.json(fehlerkoerper(fehler.ablehnung), fehler.status);
    if (fehler instanceof CursorFehler) {
      return c.json(fehlerkoerper(lehneAb('CURSOR_UNGUELTIG', fehler.message)), 400);
    }
    console.error(
      JSON.stringify({
        ereignis: 'api_fehler',
        fehler: fehler.name,
        meldung: fehler.message,
        stapel: fehler.stack,
      }),
    );
    const satz =
      'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal; es wurde nichts halb gespeichert.';
    return c.json(fehlerkoerper(lehneAb('INTERNER_FEHLER', satz)), 500);
  });
  return app;
}

function honopfad(r: Pick<Route, 'pfad'>): string {
  return `/api${r.pfad.replaceAll(/\{(\w+)\}/g, ':$1')}`;
}

/** Paths with the methods they know, as the Allow header names them (RFC 9110, 10.2.1). */
function methodenJePfad(alle: readonly Route[]): Map<string, string> {
  const methoden = new Map<string, string>();
  for (const r of alle) {
    const bisher = methoden.get(honopfad(r));
    methoden.set(honopfad(r), [...(bisher ? [bisher] : []), r.methode.toUpperCase()].join(', '));
  }
  return methoden;
}

/** Issuer and subject as the JWT authorizer checked them. */
function loginVon(ereignis: LambdaEvent | undefined): { issuer: string; subject: string } {
  const gelesen = z
    .object({
      requestContext: z.object({
        authorizer: z.object({ jwt: z.object({ claims: z.object({ iss: z.string(), sub: z.string() }) }) }),
      }),
    })
    .safeParse(ereignis);
  if (!gelesen.success) throw new ApiFehler(lehneAb('NICHT_ANGEMELDET', 'Bitte melden Sie sich an.'));
  const { iss, sub } = gelesen.data.requestContext.authorizer.jwt.claims;
  return { issuer: iss, subject: sub };
}

async function liesJson(anfrage: Request): Promise<unknown> {
  const text = await anfrage.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiFehler(lehneAb('JSON_UNGUELTIG', 'Der Inhalt der Anfrage ist kein gültiges JSON.'));
  }
}

function pruefe(schema: z.ZodType, wert: unknown): unknown {
  const ergebnis = schema.safeParse(wert);
  const felder = [
    ...unmoeglicheZeichen(wert),
    ...(ergebnis.error?.issues ?? []).map((i) => ({ feld: i.path.join('.'), satz: i.message })),
  ];
  if (ergebnis.success && felder.length === 0) return ergebnis.data;
  throw new ApiFehler(
    lehneAb(
      'EINGABE_UNGUELTIG',
      'Einige Angaben fehlen oder passen nicht. Bitte prüfen Sie die genannten Felder.',
      {
        einzelheiten: felder,
      },
    ),
  );
}

function idempotenzVon(kopfzeile: string | undefined): string {
  const gelesen = z.uuid().safeParse(kopfzeile);
  if (!gelesen.success) {
    throw new ApiFehler(
      lehneAb('IDEMPOTENZ_FEHLT', 'Jede Änderung braucht die Kopfzeile Idempotency-Key mit einer UUID.'),
    );
  }
  return gelesen.data;
}

function versionVon(kopfzeile: string | undefined): number {
  const treffer = /^"?(\d{1,9})"?$/.exec(kopfzeile ?? '');
  if (!treffer) {
    throw new ApiFehler(
      lehneAb('VERSION_FEHLT', 'Bitte die gesehene Version in der Kopfzeile If-Match nennen, z. B. "7".'),
    );
  }
  return Number(treffer[1]);
}
