import type { Upload } from '../../../domain/upload/upload.ts';
import { groesse } from '../../format/groesse.ts';

export type Zweck = Upload['zweck'];

/** What may lie beside a Vorlage; the server looks into the file as well. */
export const anlagenendungen = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'png',
  'jpg',
  'jpeg',
] as const;

export function endungVon(dateiname: string): string {
  return /\.([^.]+)$/.exec(dateiname)?.[1]?.toLowerCase() ?? '';
}

const alsDocx = 'Bitte in Word „Speichern unter“ und „Word-Dokument (.docx)“ wählen.';
const bekannteArten: Readonly<Record<string, string>> = {
  doc: `Das ist das alte Word-Format (.doc). ${alsDocx}`,
  docm: `Das ist ein Word-Dokument mit Makros (.docm). ${alsDocx}`,
  dotx: `Das ist eine Dokumentvorlage (.dotx). ${alsDocx}`,
  odt: `Das ist ein LibreOffice-Dokument (.odt). Bitte in LibreOffice „Speichern unter“ und „Word 2007–365 (.docx)“ wählen.`,
  pdf: 'Das ist ein PDF. Bitte laden Sie hier die Word-Datei hoch; PDF gehören zu den Anlagen.',
};

/** Why a chosen file need not even be sent, or null. */
export function dateimangel(
  datei: { readonly name: string; readonly size: number },
  zweck: Zweck,
  hoechstgroesse: Readonly<Record<Zweck, number>>,
): string | null {
  const endung = endungVon(datei.name);
  if (zweck === 'entwurf' && endung !== 'docx') {
    return bekannteArten[endung] ?? `Hier gehört eine Word-Datei (.docx) hin. ${alsDocx}`;
  }
  if (zweck === 'anlage' && !anlagenendungen.some((e) => e === endung)) {
    return `Dateien der Art „.${endung}“ sind als Anlage nicht vorgesehen. Bitte als PDF speichern.`;
  }
  if (datei.size === 0) return 'Die Datei ist leer. Bitte wählen Sie die richtige Datei.';
  if (datei.size > hoechstgroesse[zweck]) {
    const grenze = groesse(hoechstgroesse[zweck]);
    return `Die Datei ist ${groesse(datei.size)} groß, erlaubt sind ${grenze}. Bitte verkleinern Sie Bilder oder teilen Sie die Datei.`;
  }
  if (datei.name.length > 200) return 'Der Dateiname ist länger als 200 Zeichen. Bitte kürzen Sie ihn.';
  return null;
}

/** "Lageplan Nord" for "Lageplan_Nord.pdf". */
export function titelAusDateiname(dateiname: string): string {
  const ohne = dateiname
    .normalize('NFC')
    .replace(/\.[^.]+$/, '')
    .replaceAll(/_+/g, ' ')
    .trim();
  return ohne.slice(0, 250) || dateiname.slice(0, 250);
}

const vereinfacht = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '');

/** The title that the paper itself gives to this file, else one made of the file's name. */
export function anlagentitel(
  dateiname: string,
  imPapier: readonly string[],
  vergeben: readonly string[],
): string {
  const frei = imPapier.filter((t) => !vergeben.includes(t));
  const name = vereinfacht(titelAusDateiname(dateiname));
  const passend = frei.filter((t) => {
    const titel = vereinfacht(t);
    return titel !== '' && name !== '' && (titel.includes(name) || name.includes(titel));
  });
  const [einziger] = passend;
  return passend.length === 1 && einziger ? einziger.slice(0, 250) : titelAusDateiname(dateiname);
}
