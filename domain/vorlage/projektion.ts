import * as z from 'zod';
import { stellenschluessel } from '../rollen/stellenschluessel.ts';
import { istOeffentlich, phasen, type Vorlagenstand } from './stand.ts';

/**
 * A row of a list, kept beside the state in the same transaction. `liste` is the partition (one list of one
 * Stelle, Dezernat, Amt or Gremium), `rang` its order in the list.
 */
export interface Projektion {
  readonly liste: string;
  readonly rang: string;
  readonly daten: Readonly<Record<string, unknown>>;
  /** Only one may ever stand here (a login belongs to one person). */
  readonly einmalig?: boolean;
}

/** What a list shows of a Vorlage. */
export const listeneintragSchema = z.object({
  vorlage: z.string(),
  nummer: z.string().nullable(),
  betreff: z.string(),
  phase: z.enum(phasen),
  dezernat: z.string(),
  amt: z.string(),
  oeffentlich: z.boolean(),
  liegtBei: z.string().nullable(),
  seit: z.string().nullable(),
  frist: z.string().nullable(),
  fassung: z.int(),
});
export type Listeneintrag = z.infer<typeof listeneintragSchema>;

export const listen = {
  aufgaben: (stelle: Parameters<typeof stellenschluessel>[0]) => `STELLE#${stellenschluessel(stelle)}`,
  amt: (nr: string) => `AMT#${nr}`,
  dezernat: (nr: string) => `DEZERNAT#${nr}`,
  pool: (gremium: string) => `POOL#${gremium}`,
  verfasser: (person: string) => `VERFASSER#${person}`,
  vorlage: (id: string) => `VORLAGE#${id}`,
} as const;

/** All list rows that the state of a Vorlage implies. The record writes the difference of two states. */
export function projektionen(stand: Vorlagenstand): Projektion[] {
  const eintrag = listeneintrag(stand);
  const rang = `V#${stand.angelegtAm}#${stand.id}`;
  const zeilen: Projektion[] = [
    { liste: listen.amt(stand.amt.nr), rang, daten: { ...eintrag } },
    // Whoever moved to another Amt may read some of them no more: the Gremien are part of that question.
    { liste: listen.verfasser(stand.verfasser), rang, daten: { ...eintrag, gremien: gremienVon(stand) } },
  ];
  if (stand.phase !== 'entwurf' && stand.phase !== 'verworfen') {
    zeilen.push({ liste: listen.dezernat(stand.dezernat), rang, daten: { ...eintrag } });
  }
  const { halt } = stand;
  if (halt) {
    zeilen.push({
      liste: listen.aufgaben(halt),
      rang: `AUFGABE#${halt.frist}#${stand.id}`,
      daten: { ...eintrag, art: halt.art, wartenummer: halt.wartenummer, beratung: halt.beratung },
    });
    zeilen.push({
      liste: listen.vorlage(stand.id),
      rang: `WARTE#${String(halt.wartenummer).padStart(6, '0')}`,
      daten: {
        station: halt.station,
        wartenummer: halt.wartenummer,
        beginn: halt.beginn,
        fristTage: halt.fristTage,
        frist: halt.frist,
      },
    });
  }
  if (stand.phase === 'beratung') {
    for (const b of stand.gremienweg) {
      if (b.freigegeben || b.sitzung) continue;
      zeilen.push({
        liste: listen.pool(b.gremium),
        rang: `P#${b.datum ?? '9999-12-31'}#${stand.id}#${b.nr}`,
        daten: { ...eintrag, beratung: b.nr, datum: b.datum, oeffentlich: b.oeffentlich, rolle: b.rolle },
      });
    }
  }
  return zeilen;
}

/** The Gremien of the Gremienweg, each once, in its order. */
export function gremienVon(stand: Pick<Vorlagenstand, 'gremienweg'>): string[] {
  return [...new Set(stand.gremienweg.map((b) => b.gremium))];
}

export function listeneintrag(stand: Vorlagenstand): Listeneintrag {
  return {
    vorlage: stand.id,
    nummer: stand.nummer,
    betreff: stand.betreff,
    phase: stand.phase,
    dezernat: stand.dezernat,
    amt: stand.amt.nr,
    oeffentlich: istOeffentlich(stand),
    liegtBei: stand.halt?.station ?? null,
    seit: stand.halt?.beginn ?? null,
    frist: stand.halt?.frist ?? null,
    fassung: stand.fassungen.length,
  };
}
