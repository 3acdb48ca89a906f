import type { Ergebnis } from '../../domain/ergebnis/schema.ts';

/**
 * The outbox of recorded outcomes: one entry per TOP and person, always with the newest outcome. Pure: time,
 * keys and the outcome of requests are passed in.
 *
 *              tippe                     beginne (key drawn, stored before it is sent)
 *   (nothing) ------> wartet ------------------> wartet + sendung ---+
 *                       ^  ^                        |   ^  answer    | answer lost: the very same
 *        typed again    |  |   typed meanwhile,     |   |  came      | sendung again, with the same key
 *        or given back  |  |   or only the version  |   +------------+
 *                       |  +---- moved on ----------+
 *                       |                           +--> zugestellt   (kept until it is cleared away)
 *                       +-- a person decides <------+--> konflikt     (other outcome stored: both are shown)
 *                       +-- typed again <-----------+--> abgelehnt    (refused for good, with a reason)
 *
 * A sendung is settled by exactly one answer. Only then another content gets another key.
 */
export interface Eintrag {
  /** Shape of this row, for rows that an earlier version of the application left. */
  readonly schema: typeof eintragsschema;
  readonly id: string;
  readonly person: string;
  readonly sitzung: string;
  readonly vorlage: string;
  readonly beratung: number;
  /** "Ö 5", for people. */
  readonly top: string;
  /** Instant in ms of the first change: the order of delivery. */
  readonly reihe: number;
  readonly ergebnis: Ergebnis;
  /** The tab in which it was typed. */
  readonly quelle: string;
  /** What the person saw when they began to type. */
  readonly gesehen: Fassung;
  readonly sendung: Sendung | null;
  readonly stand: 'wartet' | 'zugestellt' | 'konflikt' | 'abgelehnt';
  readonly konflikt: Serverstand | null;
  readonly ablehnung: string | null;
  /** ISO instant of the last delivery. */
  readonly zugestelltAm: string | null;
}

export const eintragsschema = 1;

/** An outcome as the server held it, with the version of its Vorlage. */
export interface Fassung {
  readonly version: number;
  readonly ergebnis: Ergebnis | null;
}

/** What is on its way: repeated unchanged until it is answered. */
export interface Sendung {
  readonly schluessel: string;
  readonly version: number;
  readonly ergebnis: Ergebnis;
}

/** What the server holds when it refuses a version. */
export interface Serverstand extends Fassung {
  readonly freigegeben: boolean;
  /** Who recorded it, by name, and when, where that is known. */
  readonly wer: string | null;
  readonly zeit: string | null;
}

export type Eintragskopf = Pick<Eintrag, 'person' | 'sitzung' | 'vorlage' | 'beratung' | 'top'>;

export function eintragsid(kopf: Pick<Eintragskopf, 'person' | 'vorlage' | 'beratung'>): string {
  return `${kopf.person}/${kopf.vorlage}#${kopf.beratung}`;
}

/** Something in it has not reached the server. */
export function istOffen(e: Eintrag): boolean {
  return e.stand !== 'zugestellt';
}

/** Somebody types. An outcome as it was seen, of which nothing is on its way, needs no sending. */
export function tippe(
  e: Eintrag | undefined,
  kopf: Eintragskopf,
  neu: { readonly ergebnis: Ergebnis; readonly gesehen: Fassung; readonly quelle: string },
  jetzt: number,
): Eintrag {
  const { ergebnis, quelle } = neu;
  if (e && istOffen(e)) {
    if (e.stand === 'konflikt') return { ...e, ergebnis, quelle };
    const wieGesehen = e.sendung === null && gleich(ergebnis, e.gesehen.ergebnis);
    return { ...e, ergebnis, quelle, stand: wieGesehen ? 'zugestellt' : 'wartet', ablehnung: null };
  }
  // What was delivered from here may be newer than what the form was loaded with.
  const gesehen = e && e.gesehen.version > neu.gesehen.version ? e.gesehen : neu.gesehen;
  return {
    schema: eintragsschema,
    id: eintragsid(kopf),
    ...kopf,
    reihe: jetzt,
    ergebnis,
    quelle,
    gesehen,
    sendung: null,
    stand: gleich(ergebnis, gesehen.ergebnis) ? 'zugestellt' : 'wartet',
    konflikt: null,
    ablehnung: null,
    zugestelltAm: e?.zugestelltAm ?? null,
  };
}

/** Takes up the sendung that is not settled, or draws one for the newest outcome. */
export function beginne(e: Eintrag, neuerSchluessel: string): Eintrag {
  if (e.stand !== 'wartet' || e.sendung) return e;
  return {
    ...e,
    sendung: { schluessel: neuerSchluessel, version: e.gesehen.version, ergebnis: e.ergebnis },
  };
}

/** The server has stored this sendung, now or at an earlier try. */
export function bestaetige(e: Eintrag, schluessel: string, version: number, jetzt: string): Eintrag {
  const { sendung } = e;
  if (sendung?.schluessel !== schluessel) return e;
  return {
    ...e,
    gesehen: { version, ergebnis: sendung.ergebnis },
    sendung: null,
    stand: gleich(e.ergebnis, sendung.ergebnis) ? 'zugestellt' : 'wartet',
    zugestelltAm: jetzt,
  };
}

/**
 * The server did not take the version. Where it holds what was sent, an earlier try has arrived after all;
 * where it still holds what the person saw, only something else of the Vorlage changed, and it goes on.
 * Otherwise two people recorded the same TOP, and one of them decides.
 */
export function ueberholt(e: Eintrag, schluessel: string, server: Serverstand, jetzt: string): Eintrag {
  const { sendung } = e;
  if (sendung?.schluessel !== schluessel) return e;
  if (gleich(server.ergebnis, sendung.ergebnis)) return bestaetige(e, schluessel, server.version, jetzt);
  if (!server.freigegeben && gleich(server.ergebnis, e.gesehen.ergebnis)) {
    return { ...e, sendung: null, gesehen: { version: server.version, ergebnis: server.ergebnis } };
  }
  if (gleich(server.ergebnis, e.ergebnis)) {
    return {
      ...e,
      sendung: null,
      stand: 'zugestellt',
      gesehen: { version: server.version, ergebnis: server.ergebnis },
      zugestelltAm: jetzt,
    };
  }
  return { ...e, sendung: null, stand: 'konflikt', konflikt: server };
}

/** The server refuses for a reason that sending again does not change. */
export function weiseAb(e: Eintrag, schluessel: string, satz: string): Eintrag {
  if (e.sendung?.schluessel !== schluessel) return e;
  return { ...e, sendung: null, stand: 'abgelehnt', ablehnung: satz };
}

/** Tries again what was refused. */
export function versucheErneut(e: Eintrag): Eintrag {
  return e.stand === 'abgelehnt' ? { ...e, stand: 'wartet', ablehnung: null } : e;
}

/** A person decides between two outcomes of one TOP. Null: the entry is done with. */
export function entscheide(e: Eintrag, wessen: 'meine' | 'gespeicherte'): Eintrag | null {
  if (e.stand !== 'konflikt' || !e.konflikt) return e;
  const { version, ergebnis, freigegeben } = e.konflikt;
  if (wessen === 'gespeicherte') return null;
  if (freigegeben) return e;
  return { ...e, gesehen: { version, ergebnis }, stand: 'wartet', konflikt: null };
}

/** What the form shows: what was typed and is not settled, else the newest that is known. */
export function geltendes(e: Eintrag | undefined, server: Fassung): Ergebnis | null {
  if (e && (istOffen(e) || e.gesehen.version >= server.version)) return e.ergebnis;
  return server.ergebnis;
}

/** Two values hold the same, whatever the order of their fields; a field left out is one that is not there. */
export function gleich(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((feld) => gleich(x[feld], y[feld]));
}
