import * as z from 'zod';
import { zeitpunktSchema } from '../gemeinsam/datum.ts';

/** What the malware scanner said of a file. */
export const verdikte = ['sauber', 'schadhaft', 'nichtPruefbar', 'fehlgeschlagen'] as const;

const befundSchema = z.strictObject({
  art: z.enum(['fehler', 'warnung', 'hinweis']),
  code: z.string(),
  satz: z.string(),
  ort: z.string().nullable(),
  abhilfe: z.string(),
});

/**
 * An upload from announcement to verdict. Two checks run side by side: ours reads the file, the malware
 * scanner looks at it; both must be good. Not part of the chain: a technical state.
 */
export const uploadSchema = z.strictObject({
  id: z.string(),
  vorlage: z.string(),
  zweck: z.enum(['entwurf', 'anlage']),
  dateiname: z.string(),
  person: z.string(),
  angekuendigt: zeitpunktSchema,
  schluessel: z.string(),
  /** The version that was checked. A later one under the same key is not believed. */
  datei: z
    .strictObject({ versionId: z.string(), sha256: z.string().length(64), groesse: z.int().min(0) })
    .nullable(),
  modell: z
    .strictObject({ schluessel: z.string(), versionId: z.string(), sha256: z.string().length(64) })
    .nullable(),
  inhalt: z.enum(['offen', 'gut', 'schlecht']),
  befunde: z.array(befundSchema),
  felder: z.record(z.string(), z.string().nullable()).nullable(),
  anlagentitel: z.array(z.string()),
  /** Null while the scanner is silent; `entfaellt` where the deployment has none. */
  verdikt: z.enum([...verdikte, 'entfaellt']).nullable(),
  /** Version the verdict speaks of. */
  verdiktVersion: z.string().nullable(),
  /** Verdicts by version that came before our own check had settled which version counts. */
  vorab: z.record(z.string(), z.enum(verdikte)).default({}),
  /** The verdict did not come in time. */
  abgelaufen: z.boolean(),
  ersetzt: z.boolean(),
});
export type Upload = z.infer<typeof uploadSchema>;

export type Uploadzustand = 'angekuendigt' | 'wirdGeprueft' | 'geprueft' | 'abgelehnt';

export interface Uploadlage {
  readonly zustand: Uploadzustand;
  /** Code and sentence of a refusal, else null. */
  readonly code: string | null;
  readonly satz: string | null;
}

/** How the two checks add up. Default deny: whatever is not known to be good is not used. */
export function uploadlage(u: Upload): Uploadlage {
  const abgelehnt = (code: string, satz: string): Uploadlage => ({ zustand: 'abgelehnt', code, satz });
  if (u.ersetzt) {
    return abgelehnt(
      'UPLOAD_ERSETZT',
      'Die Datei wurde nach der Prüfung ausgetauscht. Bitte laden Sie sie neu hoch.',
    );
  }
  if (u.verdikt === 'schadhaft') {
    return abgelehnt(
      'SCHADSOFTWARE',
      'In der Datei wurde Schadsoftware gefunden. Bitte informieren Sie Ihre Systembetreuung.',
    );
  }
  if (u.verdikt === 'nichtPruefbar' || u.verdikt === 'fehlgeschlagen') {
    return abgelehnt(
      'NICHT_PRUEFBAR',
      'Die Datei ließ sich nicht auf Schadsoftware prüfen (z. B. wegen eines Kennworts). Bitte ohne Kennwort speichern und neu hochladen.',
    );
  }
  if (u.inhalt === 'schlecht') {
    const fehler = u.befunde.find((b) => b.art === 'fehler');
    return abgelehnt(
      fehler?.code ?? 'ABGELEHNT',
      fehler ? `${fehler.satz} ${fehler.abhilfe}` : 'Die Datei wurde abgelehnt.',
    );
  }
  if (!u.datei && !u.abgelaufen) return { zustand: 'angekuendigt', code: null, satz: null };
  const verdiktGut =
    u.verdikt === 'entfaellt' || (u.verdikt === 'sauber' && u.verdiktVersion === u.datei?.versionId);
  if (u.datei && u.inhalt === 'gut' && verdiktGut) return { zustand: 'geprueft', code: null, satz: null };
  if (u.abgelaufen) {
    return abgelehnt(
      'PRUEFUNG_AUSGEBLIEBEN',
      'Die Prüfung der Datei ist nicht fertig geworden. Bitte laden Sie sie noch einmal hoch.',
    );
  }
  return { zustand: 'wirdGeprueft', code: null, satz: null };
}

/** Largest file per purpose, in bytes. */
export const hoechstgroesse = { entwurf: 20_000_000, anlage: 50_000_000 } as const;

/** How long both checks may take before a file counts as not checked, in milliseconds. */
export const pruefungsfrist = 15 * 60_000;
