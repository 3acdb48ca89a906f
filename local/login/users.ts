import type { Store } from '../store/store.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { LoginAdmin, LoginUser } from './spec.ts';

export interface Users extends LoginAdmin {
  find(sub: string): LoginUser | undefined;
  /** The person with this user name or mail address (in any case) and this password. */
  authenticate(name: string, password: string): Promise<LoginUser | undefined>;
}

interface UserRow {
  sub: string;
  username: string;
  name: string;
  email: string;
  note: string | null;
  password: string;
}

const key = (text: string) => text.trim().normalize('NFC').toLowerCase();

const toUser = ({ sub, username, name, email, note }: UserRow): LoginUser => ({
  sub,
  username,
  name,
  email,
  ...(note !== null && { note }),
});

export function openUsers(store: Store): Users {
  store.run(`CREATE TABLE IF NOT EXISTS login_user (
    sub TEXT PRIMARY KEY, username TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL, note TEXT,
    password TEXT NOT NULL, username_key TEXT NOT NULL UNIQUE, email_key TEXT NOT NULL UNIQUE)`);

  return {
    async putUser({ sub, username, name, email, note, password }) {
      const hash = await hashPassword(password);
      const values = [sub, username, name, email, note ?? null, hash, key(username), key(email)];
      store.run(
        `INSERT INTO login_user (sub, username, name, email, note, password, username_key, email_key)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (sub) DO UPDATE SET username = excluded.username, name = excluded.name,
           email = excluded.email, note = excluded.note, password = excluded.password,
           username_key = excluded.username_key, email_key = excluded.email_key`,
        values,
      );
    },
    users: () => store.all<UserRow>('SELECT * FROM login_user ORDER BY name, sub').map(toUser),
    find(sub) {
      const row = store.get<UserRow>('SELECT * FROM login_user WHERE sub = ?', [sub]);
      return row && toUser(row);
    },
    async authenticate(name, password) {
      const row = store.get<UserRow>('SELECT * FROM login_user WHERE username_key = ?1 OR email_key = ?1', [
        key(name),
      ]);
      const right = await verifyPassword(password, row?.password);
      return right && row ? toUser(row) : undefined;
    },
  };
}
