import * as z from 'zod';
import type { Route } from './route.ts';

const fehlerSchema = z.object({
  code: z.string().describe('Gleichbleibendes Kürzel'),
  satz: z.string().describe('Deutscher Satz, der sagt, was zu tun ist'),
  paragraf: z.string().optional(),
  einzelheiten: z.unknown().optional(),
});

/** The description of the API, OpenAPI 3.1, from the same table that serves it. */
export function openapi(routen: readonly Route[]): Record<string, unknown> {
  const pfade: Record<string, Record<string, unknown>> = {};
  for (const r of routen) {
    const pfad = `/api${r.pfad}`;
    pfade[pfad] ??= {};
    pfade[pfad][r.methode] = operation(r);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gremienweg',
      version: '1',
      description: 'Vorlagen vom Entwurf bis zum freigegebenen Beratungsergebnis.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{ anmeldung: [] }],
    paths: pfade,
    components: {
      securitySchemes: { anmeldung: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Fehler: alsSchema(fehlerSchema, 'output') },
    },
  };
}

function operation(r: Route): Record<string, unknown> {
  const variablen = [...r.pfad.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const kopfzeilen = [
    ...(r.methode === 'get'
      ? []
      : [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            description: 'UUID je Absicht; Wiederholen gibt dieselbe Antwort',
            schema: { type: 'string', format: 'uuid' },
          },
        ]),
    ...(r.mitVersion
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: true,
            description: 'Gesehene Version dessen, was sich ändert (meist der Vorlage), z. B. "7"',
            schema: { type: 'string' },
          },
        ]
      : []),
  ];
  const istDatei = r.antwort instanceof z.ZodFile;
  return {
    operationId: r.name,
    summary: r.zweck,
    ...(r.oeffentlich ? { security: [] } : {}),
    parameters: [...variablen, ...kopfzeilen, ...abfrageparameter(r)],
    ...(r.koerper
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: alsSchema(r.koerper, 'input') } },
          },
        }
      : {}),
    responses: {
      [r.erfolg]: {
        description: r.erfolg === 201 ? 'Angelegt' : 'Erfolg',
        content: istDatei
          ? { [r.medientyp]: {} }
          : { 'application/json': { schema: alsSchema(r.antwort, 'output') } },
      },
      ...(r.oeffentlich
        ? {}
        : {
            401: {
              description: 'Ohne gültiges Token; die Antwort kommt von der Schnittstelle davor, ohne code',
            },
          }),
      default: {
        description: 'Ablehnung: 4xx mit code und deutschem Satz',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Fehler' } } },
      },
    },
  };
}

function abfrageparameter(r: Route): unknown[] {
  if (!r.abfrage) return [];
  const schema = alsSchema(r.abfrage, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, s]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: s,
  }));
}

function alsSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
