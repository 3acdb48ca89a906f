import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Eintrag } from './postausgang.ts';

/** What lies on this device: the outbox, and a Sitzung that was taken along. */
interface Ablage extends DBSchema {
  postausgang: { key: string; value: Eintrag };
  mitgenommen: { key: string; value: { readonly id: string } & Record<string, unknown> };
}
export type Datenbank = IDBPDatabase<Ablage>;

export const datenbankname = 'gremienweg';
/** Raised with each new store. Rows carry a version of their own, because a newer page meets older rows. */
const version = 1;

let offen: Promise<Datenbank> | null = null;

/** Opens the database once. Rejects where the browser has none (private window) or a newer page changed it. */
export function oeffneDatenbank(): Promise<Datenbank> {
  offen ??= openDB<Ablage>(datenbankname, version, {
    upgrade(db) {
      db.createObjectStore('postausgang', { keyPath: 'id' });
      db.createObjectStore('mitgenommen', { keyPath: 'id' });
    },
    // A newer page in another tab wants to change the stores: let it, and open again at the next use.
    blocking(_jetzt, _neu, ereignis) {
      (ereignis.target as IDBDatabase).close();
      offen = null;
    },
    terminated() {
      offen = null;
    },
  });
  offen.catch(() => {
    offen = null;
  });
  return offen;
}

/** Closes it, as a closed tab does. */
export async function schliesseDatenbank(): Promise<void> {
  const db = await offen?.catch(() => null);
  offen = null;
  db?.close();
}
