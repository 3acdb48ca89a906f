import { Hono } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import de from 'zod/v4/locales/de.js';
import { lehneAb } from '../../domain/gemeinsam/antwort.ts';
import { CursorFehler } from '../aws/akte/akte.ts';
import { ladeAkteur } from './akteur.ts';
import type { Dienste } from './dienste.ts';
import { ApiFehler, fehlerkoerper } from './fehler.ts';
import { openapi } from './openapi.ts';
import { routen } from './routen.ts';

z.config(de());

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
    app.on(r.methode.toUpperCase(), `/api${r.pfad.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      const nun = jetzt();
      const akteur = r.oeffentlich
        ? { person: 'oeffentlichkeit', stellen: [] }
        : await ladeAkteur(dienste.akte, loginVon(c.env?.event), nun);
      const antwort = await r.tue({
        pfad: c.req.param(),
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
      return c.json(antwort.json, antwort.status);
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
  if (ergebnis.success) return ergebnis.data;
  const felder = ergebnis.error.issues.map((i) => ({ feld: i.path.join('.'), satz: i.message }));
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
