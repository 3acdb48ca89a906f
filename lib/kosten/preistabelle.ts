/**
 * Prices in US dollars, without taxes and free quantities. `beleg`: R was read in public documentation or
 * an AWS price list, U is unverified and must be checked before anyone relies on it. None of them is a
 * promise: Frankfurt is dearer than us-east-1 for DynamoDB and S3, by about a fifth [U].
 */
export interface Preis {
  /** US dollars for one unit. */
  readonly usd: number;
  readonly einheit: string;
  readonly region: 'eu-central-1' | 'us-east-1' | 'alle';
  readonly beleg: 'R' | 'U';
  readonly quelle: string;
}

const stand = '2026-11';

/** Month in which the prices were read. */
export const preisstand = stand;

const liste = `AWS price list as of ${stand}`;
const dritte = `AWS price list as of ${stand}, read on third-party pages`;

const million = 1_000_000;

export const preistabelle = {
  /** Standard workflow; retries count. */
  uebergaenge: {
    usd: 0.025 / 1000,
    einheit: 'Zustandsübergang',
    region: 'eu-central-1',
    beleg: 'R',
    quelle: `${liste} (older copy)`,
  },
  aufrufe: { usd: 0.2 / million, einheit: 'Funktionsaufruf', region: 'alle', beleg: 'R', quelle: liste },
  gbSekunden: {
    usd: 0.0000133334,
    einheit: 'GB-Sekunde auf arm64',
    region: 'alle',
    beleg: 'R',
    quelle: liste,
  },
  /** On demand; in a transaction each item costs two. */
  schreibeinheiten: {
    usd: 0.625 / million,
    einheit: 'Schreibeinheit',
    region: 'us-east-1',
    beleg: 'R',
    quelle: dritte,
  },
  leseeinheiten: {
    usd: 0.125 / million,
    einheit: 'Leseeinheit',
    region: 'us-east-1',
    beleg: 'R',
    quelle: dritte,
  },
  put: { usd: 0.005 / 1000, einheit: 'S3-Schreibzugriff', region: 'us-east-1', beleg: 'R', quelle: dritte },
  get: { usd: 0.0004 / 1000, einheit: 'S3-Lesezugriff', region: 'us-east-1', beleg: 'R', quelle: dritte },
  /** Without attachments, of which we send none. */
  mails: { usd: 0.1 / 1000, einheit: 'E-Mail', region: 'alle', beleg: 'R', quelle: dritte },
  anfragen: {
    usd: 1 / million,
    einheit: 'Anfrage an die HTTP-Schnittstelle',
    region: 'us-east-1',
    beleg: 'U',
    quelle: dritte,
  },
  gbMonate: {
    usd: 0.023,
    einheit: 'GB-Monat in S3 Standard',
    region: 'us-east-1',
    beleg: 'R',
    quelle: dritte,
  },
} as const satisfies Record<string, Preis>;

export type Posten = keyof typeof preistabelle;
