import type { Anlage, Datei } from './ablage.ts';
import { einzeilig, type Formular } from './formular.ts';
import { type Uploadstand, uploadmangel } from './pruefstand.ts';

/** Why a field stands against a submission; its name is that of the form and the API. */
export interface Mangel {
  readonly feld: string;
  readonly satz: string;
}

export interface Pruefling {
  readonly formular: Formular;
  readonly papier: Datei | null;
  readonly anlagen: readonly Anlage[];
  readonly uploads: Readonly<Record<string, Uploadstand>>;
  readonly heute: string;
}

/** All that stands against a submission, in the order of the page. The server has the last word. */
export function maengel(p: Pruefling): readonly Mangel[] {
  return [...kopfmaengel(p.formular), ...wegmaengel(p), ...papiermaengel(p), ...anlagenmaengel(p)];
}

function kopfmaengel(f: Formular): Mangel[] {
  const fehler: Mangel[] = [];
  if (f.amt === '') fehler.push({ feld: 'amt', satz: 'Bitte wählen, für welches Amt die Vorlage ist.' });
  const betreff = einzeilig(f.betreff);
  if (betreff === '') fehler.push({ feld: 'betreff', satz: 'Bitte einen Betreff angeben.' });
  else if (betreff.length > 250) {
    fehler.push({ feld: 'betreff', satz: 'Der Betreff darf höchstens 250 Zeichen haben.' });
  } else if (f.betreffVorlaeufig) {
    fehler.push({ feld: 'betreff', satz: 'Bitte den Betreff prüfen: Er ist bisher nur der Name der Datei.' });
  }
  if (f.az.trim().length > 50) {
    fehler.push({ feld: 'az', satz: 'Das Aktenzeichen darf höchstens 50 Zeichen haben.' });
  }
  const erste = f.gremienweg
    .map((b) => b.datum)
    .filter((d) => d !== '')
    .toSorted()[0];
  if (f.datum && erste && f.datum > erste) {
    const satz =
      'Das Datum der Vorlage liegt nach der ersten Sitzung. Bitte Datum oder Gremienweg berichtigen.';
    fehler.push({ feld: 'datum', satz });
  }
  return fehler;
}

function wegmaengel({ formular, heute }: Pruefling): Mangel[] {
  const { gremienweg } = formular;
  if (gremienweg.length === 0) {
    return [{ feld: 'gremienweg', satz: 'Bitte mindestens eine Beratung hinzufügen.' }];
  }
  return gremienweg.flatMap((b, i): Mangel[] => {
    const wo = gremienweg.length > 1 ? ` (${i + 1}. Beratung)` : '';
    const fehler: Mangel[] = [];
    if (b.gremium === '') {
      fehler.push({ feld: `gremienweg.${i}.gremium`, satz: `Bitte ein Gremium wählen${wo}.` });
    }
    if (b.freierTag && b.datum === '') {
      const satz = `Bitte einen Tag angeben oder „Tag noch offen“ wählen${wo}.`;
      fehler.push({ feld: `gremienweg.${i}.datum`, satz });
    } else if (b.datum !== '' && b.datum < heute) {
      const satz = `Der Tag der Sitzung ist schon vorbei${wo}. Bitte einen anderen wählen.`;
      fehler.push({ feld: `gremienweg.${i}.datum`, satz });
    }
    return fehler;
  });
}

function papiermaengel({ papier, uploads }: Pruefling): Mangel[] {
  if (!papier) return [{ feld: 'entwurf', satz: 'Bitte die ausgefüllte Word-Datei hochladen.' }];
  const satz = uploadmangel('Die Word-Datei', uploads[papier.schluessel]);
  return satz ? [{ feld: 'entwurf', satz }] : [];
}

function anlagenmaengel({ anlagen, uploads }: Pruefling): Mangel[] {
  return anlagen.flatMap((a, i): Mangel[] => {
    const fehler: Mangel[] = [];
    const titel = einzeilig(a.titel);
    if (titel === '')
      fehler.push({ feld: `anlagen.${i}.titel`, satz: `Anlage ${i + 1} braucht einen Titel.` });
    if (titel.length > 250) {
      const satz = `Der Titel von Anlage ${i + 1} darf höchstens 250 Zeichen haben.`;
      fehler.push({ feld: `anlagen.${i}.titel`, satz });
    }
    const mangel = uploadmangel(`Anlage ${i + 1}`, uploads[a.datei.schluessel]);
    if (mangel) fehler.push({ feld: `anlagen.${i}`, satz: mangel });
    return fehler;
  });
}

/** Names of fields as the API calls them in a refusal, as this form calls them. */
export function feldnameHier(feld: string): string {
  return feld.replace(/^kopf\./, '');
}

const feldZuCode: Readonly<Record<string, string>> = {
  DATUM_NACH_SITZUNG: 'datum',
  GREMIUM_UNBEKANNT: 'gremienweg',
  UPLOAD_UNBEKANNT: 'entwurf',
  UPLOAD_NICHT_GEPRUEFT: 'entwurf',
  UPLOAD_ABGELEHNT: 'entwurf',
  UPLOAD_ERSETZT: 'entwurf',
};

/** The field a refusal of the server is about, or the end of the form. */
export function feldZu(code: string): string {
  return feldZuCode[code] ?? 'einreichen';
}
