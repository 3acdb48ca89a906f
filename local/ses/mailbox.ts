/** All mail that was sent, newest first; it survives a restart. */
import type { Store } from '../store/store.ts';

/** A mail as the inbox's JSON shows it. The names are part of the inbox's API. */
export interface Mail {
  id: string;
  an: string[];
  von: string;
  betreff: string;
  /** ISO 8601, host clock. */
  zeit: string;
  /** Unzustellbar: at least one recipient's address is one that bounces. */
  zustellung: 'zugestellt' | 'unzustellbar';
  unzustellbarAn: string[];
  kopfzeilen: [name: string, value: string][];
  text: string;
  html: string;
}

export interface Mailbox {
  add(mail: Mail, raw: Uint8Array): void;
  list(): Mail[];
  get(id: string): Mail | undefined;
  /** The message as RFC 5322. */
  raw(id: string): Uint8Array | undefined;
}

export function openMailbox(store: Store): Mailbox {
  store.run(
    'CREATE TABLE IF NOT EXISTS mail (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, mail TEXT NOT NULL, raw BLOB NOT NULL)',
  );
  const parse = (row: { mail: string }) => JSON.parse(row.mail) as Mail;
  return {
    add(mail, raw) {
      store.run('INSERT INTO mail (id, mail, raw) VALUES (?, ?, ?)', [mail.id, JSON.stringify(mail), raw]);
    },
    list: () => store.all<{ mail: string }>('SELECT mail FROM mail ORDER BY seq DESC').map(parse),
    get(id) {
      const row = store.get<{ mail: string }>('SELECT mail FROM mail WHERE id = ?', [id]);
      return row && parse(row);
    },
    raw: (id) => store.get<{ raw: Uint8Array }>('SELECT raw FROM mail WHERE id = ?', [id])?.raw,
  };
}
