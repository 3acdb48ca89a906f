import { crc32, deflateRawSync } from 'node:zlib';

/** What a ZIP entry says of itself; every lie a hostile file tells can be told here. */
export type Eintrag = {
  readonly name: string;
  readonly inhalt: Uint8Array | string;
  readonly gespeichert?: boolean;
  readonly behaupteteGroesse?: number;
  readonly behauptetePruefsumme?: number;
  readonly kennzeichen?: number;
  readonly verfahren?: number;
  /** Point at the local header of the entry with this index instead of one of its own. */
  readonly wie?: number;
};

/** A ZIP written by hand. */
export function zip(eintraege: readonly Eintrag[]): Uint8Array {
  const stuecke: Buffer[] = [];
  const verzeichnis: Buffer[] = [];
  const orte: number[] = [];
  let ort = 0;
  for (const eintrag of eintraege) {
    const inhalt = Buffer.from(eintrag.inhalt);
    const daten = eintrag.gespeichert ? inhalt : deflateRawSync(inhalt);
    const name = Buffer.from(eintrag.name);
    const felder = Buffer.alloc(26);
    felder.writeUInt16LE(20, 0);
    felder.writeUInt16LE((eintrag.kennzeichen ?? 0) | 0x800, 2);
    felder.writeUInt16LE(eintrag.verfahren ?? (eintrag.gespeichert ? 0 : 8), 4);
    felder.writeUInt32LE(0x00210000, 6);
    felder.writeUInt32LE(eintrag.behauptetePruefsumme ?? crc32(inhalt), 10);
    felder.writeUInt32LE(daten.length, 14);
    felder.writeUInt32LE(eintrag.behaupteteGroesse ?? inhalt.length, 18);
    felder.writeUInt16LE(name.length, 22);
    const eigener = orte[eintrag.wie ?? -1] ?? ort;
    orte.push(eigener);
    if (eigener === ort) {
      const lokal = Buffer.concat([Buffer.from('PK\x03\x04'), felder, name, daten]);
      stuecke.push(lokal);
      ort += lokal.length;
    }
    const ende = Buffer.alloc(14);
    ende.writeUInt32LE(eigener, 10);
    verzeichnis.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), felder, ende, name]));
  }
  const zentral = Buffer.concat(verzeichnis);
  const schluss = Buffer.alloc(22);
  schluss.write('PK\x05\x06', 'latin1');
  schluss.writeUInt16LE(eintraege.length, 8);
  schluss.writeUInt16LE(eintraege.length, 10);
  schluss.writeUInt32LE(zentral.length, 12);
  schluss.writeUInt32LE(ort, 16);
  return Buffer.concat([...stuecke, zentral, schluss]);
}
