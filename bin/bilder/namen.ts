import { demoklient } from '../werkzeug/einrichten.ts';
import type { Demoname } from '../werkzeug/musterstadt.ts';

/** Puts ids into a path. */
export type Namensaufloesung = (pfad: string) => string;

/**
 * Looks up what the table of pictures names: Vorlagen by the begin of their Betreff, of the Sozialausschuss the
 * last Sitzung that has begun (`heute`) and the one before (`vorige`) with their TOPs by the begin of their
 * Betreff, of the Jugendhilfeausschuss the next one (`naechste`).
 */
export async function loeseNamenAuf(basis: string, jetzt: Date): Promise<Namensaufloesung> {
  const einstellungen = (await (await fetch(`${basis}/api/einstellungen`)).json()) as {
    login: { clientId: string };
  };
  const klient = (person: Demoname) =>
    demoklient({ basis, clientId: einstellungen.login.clientId }, person, 'bilder');
  const lies = async <T>(person: Demoname, pfad: string) =>
    ((await klient(person).get(pfad)).json as { eintraege: T[] }).eintraege;
  type Top = { top: string; betreff: string };
  const liesTops = async (sitzung: string | undefined) => {
    const antwort = await klient('wolframm').get(`/sitzungen/${sitzung}`);
    return (antwort.json as { tops?: Top[] }).tops ?? [];
  };
  type Vorlage = { vorlage: string; betreff: string };
  // The Revision reads everything but drafts, the clerk her own.
  const vorlagen = [
    ...(await lies<Vorlage>('sommerlad', '/suche?anzahl=100')),
    ...(await lies<Vorlage>('feldkamp', '/ich/vorlagen?anzahl=100')),
  ];
  type Sitzung = { sitzung: string; beginn: string };
  const sozial = await lies<Sitzung>('wolframm', '/gremien/sozialausschuss/sitzungen?anzahl=50');
  const jugend = await lies<Sitzung>('kestner', '/gremien/jugendhilfeausschuss/sitzungen?anzahl=50');
  const [heute, vorige] = sozial.filter((s) => s.beginn <= jetzt.toISOString());
  const naechste = jugend.findLast((s) => s.beginn > jetzt.toISOString());
  const nachNamen: Readonly<Record<string, string | undefined>> = {
    heute: heute?.sitzung,
    vorige: vorige?.sitzung,
    naechste: naechste?.sitzung,
  };
  const tops = await Promise.all([heute, vorige].map((s) => liesTops(s?.sitzung)));
  const finde = (art: string, name: string) => {
    if (art === 's') return nachNamen[name];
    if (art === 'v') return vorlagen.find((v) => v.betreff.startsWith(name))?.vorlage;
    const top = tops.flat().find((t) => t.betreff.startsWith(name))?.top;
    return top && encodeURIComponent(top);
  };
  return (pfad) =>
    pfad.replaceAll(/\{(v|s|t):([^}]+)\}/g, (_, art: string, name: string) => {
      const id = finde(art, name);
      if (id === undefined) throw new Error(`Nicht gefunden: ${name}. Läuft dort die Musterstadt?`);
      return id;
    });
}
