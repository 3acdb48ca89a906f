import type { Befund } from '../../documents/modell/schema.ts';

/** What may lie beside a Vorlage, recognised by its first bytes, not by its name alone. */
const arten: readonly { readonly endungen: readonly string[]; readonly anfang: readonly number[] }[] = [
  { endungen: ['pdf'], anfang: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { endungen: ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'], anfang: [0x50, 0x4b, 0x03, 0x04] },
  { endungen: ['png'], anfang: [0x89, 0x50, 0x4e, 0x47] },
  { endungen: ['jpg', 'jpeg'], anfang: [0xff, 0xd8, 0xff] },
];

export function anlagenbefund(dateiname: string, bytes: Uint8Array): Befund[] {
  const endung = dateiname.toLowerCase().split('.').at(-1) ?? '';
  const art = arten.find((a) => a.endungen.includes(endung));
  const fehler = (code: string, satz: string, abhilfe: string): Befund[] => [
    { art: 'fehler', code, satz, ort: dateiname, abhilfe },
  ];
  if (!art) {
    return fehler(
      'ANLAGE_ART',
      `Dateien der Art „.${endung}“ sind als Anlage nicht vorgesehen.`,
      'Bitte als PDF speichern und neu hochladen.',
    );
  }
  if (!art.anfang.every((byte, i) => bytes[i] === byte)) {
    return fehler(
      'ANLAGE_INHALT',
      `Der Inhalt der Datei passt nicht zur Endung „.${endung}“.`,
      'Bitte die Datei im richtigen Format speichern und neu hochladen.',
    );
  }
  return [];
}
