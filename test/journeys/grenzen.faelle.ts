import { einstimmigMitGegenstimmen, kenntnis } from '../../bin/demo/ergebnisse.ts';
import { mailadresse } from '../../bin/werkzeug/musterstadt.ts';
import { kopfdaten } from '../hilfen/entwuerfe.ts';

/** What the cases act on. */
export interface Lage {
  /** A draft with a checked upload. */
  readonly entwurf: { readonly id: string; readonly version: number; readonly upload: string };
  /** Waits at the Dezernat. */
  readonly dezernat: { readonly id: string; readonly version: number; readonly wartenummer: number };
  /** Waits at the Sozialamt. */
  readonly amt: { readonly id: string; readonly version: number; readonly wartenummer: number };
  /** On the agenda, with a contradictory outcome. */
  readonly beratung: { readonly id: string; readonly version: number };
  readonly sitzung: string;
  readonly fremdeSitzung: string;
  /** Idempotency key with which the clerk opened the draft. */
  readonly verbraucht: string;
  /** Cursor of the list of the Amt. */
  readonly cursor: string;
}

export interface Anfrage {
  /** null: without a token. */
  readonly person: string | null;
  readonly methode: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly pfad: string;
  readonly koerper?: unknown;
  /** The body as it is, in place of `koerper`. */
  readonly roh?: string;
  readonly version?: number | string;
  /** Idempotency key; null: none; left out: a fresh one. */
  readonly schluessel?: string | null;
}

type Fall = readonly [name: string, status: number, code: string, anfrage: (l: Lage) => Anfrage];

const uv = { art: 'UV', amt: '50', ...kopfdaten('Ein neuer Entwurf') };
const fuerUnbekanntesGremium = {
  betreff: 'Ein neuer Entwurf',
  gremienweg: [{ gremium: 'gibtesnicht', rolle: 'Kenntnisnahme', datum: null, oeffentlich: true }],
};
const lies = (person: string, pfad: string): Anfrage => ({ person, methode: 'GET', pfad });
const lege = (koerper: unknown, mehr: Partial<Anfrage> = {}): Anfrage => ({
  person: 'feldkamp',
  methode: 'POST',
  pfad: '/vorlagen',
  koerper,
  ...mehr,
});
const tue = (
  person: string,
  v: { id: string; version: number },
  was: string,
  koerper: unknown = {},
  mehr: Partial<Anfrage> = {},
): Anfrage => ({
  person,
  methode: 'POST',
  pfad: `/vorlagen/${v.id}/${was}`,
  koerper,
  version: v.version,
  ...mehr,
});
const freigabe = (
  v: { wartenummer: number },
  station: string,
  mehr: Readonly<Record<string, unknown>> = {},
) => ({ station, wartenummer: v.wartenummer, fassung: 1, entscheidung: 'freigegeben', ...mehr });
const setze = (l: Lage, mehr: Readonly<Record<string, unknown>> = {}, sitzung = l.sitzung): Anfrage => ({
  person: 'wolframm',
  methode: 'POST',
  pfad: `/sitzungen/${sitzung}/tops`,
  version: l.beratung.version,
  koerper: { vorlage: l.beratung.id, beratung: 1, top: 'Ö 5', oeffentlich: true, ...mehr },
});
/** The agenda holds the one item: the Sitzung was opened, then it was put there. */
const ordne = (l: Lage): Anfrage => ({
  person: 'wolframm',
  methode: 'POST',
  pfad: `/sitzungen/${l.sitzung}/ordnung`,
  version: 2,
  koerper: { tops: [{ vorlage: l.beratung.id, beratung: 1, top: 'Ö 6', oeffentlich: true }] },
});
const put = { methode: 'PUT' } as const;
const grund = { begruendung: 'Es hat sich erledigt.' };
const person = { name: 'Neu', mail: mailadresse('neu'), stellen: [] };

const rolle: readonly Fall[] = [
  ['ein Mitglied legt keine Vorlage an', 403, 'NICHT_BERECHTIGT', () => lege(uv, { person: 'aydemir' })],
  [
    'die Systembetreuung entscheidet nichts',
    404,
    'NICHT_GEFUNDEN',
    (l) => tue('tesch', l.dezernat, 'entscheidungen', freigabe(l.dezernat, 'Dezernat')),
  ],
  [
    'die Systembetreuung liest keine Vorlage',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('tesch', `/vorlagen/${l.dezernat.id}`),
  ],
  [
    'die Revision ändert nichts',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('sommerlad', l.dezernat, 'zurueckziehung', grund),
  ],
  [
    'die Revision liest keine Entwürfe',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('sommerlad', `/vorlagen/${l.entwurf.id}`),
  ],
  [
    'die Amtsleitung entscheidet nicht für das Dezernat',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('ohlsen', l.dezernat, 'entscheidungen', freigabe(l.dezernat, 'Dezernat')),
  ],
  [
    'das Dezernat pflegt keine Personen',
    403,
    'NICHT_BERECHTIGT',
    () => ({
      person: 'reinicke',
      methode: 'POST',
      pfad: '/personen',
      koerper: { id: 'neu', ...person, login: { issuer: 'https://stadt.example', subject: 'neu' } },
    }),
  ],
  [
    'das Dezernat sieht keine Entwürfe',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('reinicke', `/vorlagen/${l.entwurf.id}`),
  ],
  [
    'das Amt gibt kein Ergebnis frei',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('ohlsen', l.beratung, 'beratungen/1/freigabe'),
  ],
  [
    'der Vorsitz erfasst kein Ergebnis',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('strothmann', l.beratung, 'beratungen/1/ergebnis', { ergebnis: kenntnis }, put),
  ],
  [
    'die Sachbearbeitung führt nicht den Betrieb',
    403,
    'NICHT_BERECHTIGT',
    () => lies('feldkamp', '/betrieb/ausgang'),
  ],
  ['die Sachbearbeitung liest nicht alle Ketten', 403, 'NICHT_BERECHTIGT', () => lies('feldkamp', '/ketten')],
  [
    'niemand lässt sich in einer fremden Stelle vertreten',
    403,
    'NICHT_BERECHTIGT',
    () => ({
      person: 'ohlsen',
      methode: 'POST',
      pfad: '/ich/vertretungen',
      koerper: {
        stelle: { rolle: 'Dezernat', bereich: '2' },
        vertreter: 'feldkamp',
        von: '2026-03-24',
        bis: '2026-03-31',
      },
    }),
  ],
  [
    'niemand entscheidet i. V. über den eigenen Entwurf',
    403,
    'VIER_AUGEN',
    (l) => tue('feldkamp', l.amt, 'entscheidungen', freigabe(l.amt, 'Sozialamt')),
  ],
];

const bereich: readonly Fall[] = [
  [
    'ein anderes Amt sieht die Vorlage nicht',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('jugendamt', `/vorlagen/${l.dezernat.id}`),
  ],
  [
    'ein anderes Amt zieht sie nicht zurück',
    404,
    'NICHT_GEFUNDEN',
    (l) => tue('jugendamt', l.dezernat, 'zurueckziehung', grund),
  ],
  ['ein anderes Amt legt hier nichts an', 403, 'NICHT_BERECHTIGT', () => lege(uv, { person: 'jugendamt' })],
  [
    'ein anderes Amt lädt hier nichts hoch',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('jugendamt', l.entwurf, 'uploads', { zweck: 'anlage', dateiname: 'a.pdf' }),
  ],
  [
    'der Sitzungsdienst eines anderen Gremiums legt keine Sitzung an',
    403,
    'NICHT_BERECHTIGT',
    () => ({
      person: 'kestner',
      methode: 'POST',
      pfad: '/sitzungen',
      koerper: { gremium: 'sozialausschuss', beginn: '2026-04-22T15:00:00.000Z', ort: 'Rathaus' },
    }),
  ],
  [
    'der Pool eines anderen Gremiums',
    403,
    'NICHT_BERECHTIGT',
    () => lies('kestner', '/gremien/sozialausschuss/pool'),
  ],
  [
    'die Liste eines anderen Dezernats',
    403,
    'NICHT_BERECHTIGT',
    () => lies('reinicke', '/dezernate/1/vorlagen'),
  ],
  [
    'die Aufgaben einer fremden Stelle',
    403,
    'NICHT_BERECHTIGT',
    () => lies('feldkamp', '/aufgaben?stelle=Dezernat:2'),
  ],
];

const stand: readonly Fall[] = [
  [
    'einreichen, was schon unterwegs ist',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('feldkamp', l.dezernat, 'einreichung', { entwurf: l.entwurf.upload }),
  ],
  [
    'eine neue Fassung ohne Rückgabe',
    409,
    'KEINE_UEBERARBEITUNG',
    (l) => tue('feldkamp', l.entwurf, 'fassungen', { entwurf: l.entwurf.upload }),
  ],
  [
    'einen Entwurf entscheiden',
    404,
    'NICHT_GEFUNDEN',
    (l) => tue('reinicke', l.entwurf, 'entscheidungen', freigabe({ wartenummer: 1 }, 'Dezernat')),
  ],
  [
    'mit veralteter Wartenummer entscheiden',
    409,
    'STATION_NICHT_OFFEN',
    (l) => tue('reinicke', l.dezernat, 'entscheidungen', freigabe({ wartenummer: 7 }, 'Dezernat')),
  ],
  [
    'für eine andere Station entscheiden',
    409,
    'STATION_NICHT_OFFEN',
    (l) => tue('reinicke', l.dezernat, 'entscheidungen', freigabe(l.dezernat, 'Sozialamt')),
  ],
  [
    'über eine andere Fassung entscheiden',
    409,
    'FASSUNG_VERALTET',
    (l) => tue('reinicke', l.dezernat, 'entscheidungen', freigabe(l.dezernat, 'Dezernat', { fassung: 2 })),
  ],
  [
    'ohne Begründung zurückgeben',
    422,
    'BEGRUENDUNG_FEHLT',
    (l) =>
      tue(
        'reinicke',
        l.dezernat,
        'entscheidungen',
        freigabe(l.dezernat, 'Dezernat', { entscheidung: 'zurueckgewiesen', begruendung: '  ' }),
      ),
  ],
  [
    'auf die Tagesordnung, was noch nicht so weit ist',
    403,
    'NICHT_BERECHTIGT',
    (l) => ({
      ...setze(l, { vorlage: l.dezernat.id }),
      version: l.dezernat.version,
    }),
  ],
  [
    'auf die Tagesordnung einer Sitzung, die es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    (l) => setze(l, {}, 'sgibtesnicht'),
  ],
  [
    'auf die Tagesordnung eines anderen Gremiums',
    409,
    'FALSCHES_GREMIUM',
    (l) => setze(l, {}, l.fremdeSitzung),
  ],
  ['auf die Tagesordnung, wo sie schon steht', 409, 'SCHON_ANGESETZT', (l) => setze(l, { top: 'Ö 6' })],
  ['eine Tagesordnung ordnen, deren Sitzung begonnen hat', 409, 'SITZUNG_BEGONNEN', ordne],
  [
    'ein widersprüchliches Ergebnis freigeben',
    422,
    'ERGEBNIS_WIDERSPRUCH',
    (l) => tue('wolframm', l.beratung, 'beratungen/1/freigabe'),
  ],
  [
    'berichtigen, was nicht freigegeben ist',
    409,
    'NICHT_FREIGEGEBEN',
    (l) => tue('wolframm', l.beratung, 'beratungen/1/berichtigung', { ergebnis: kenntnis, ...grund }),
  ],
  [
    'ein Ergebnis vor der Beratung',
    403,
    'NICHT_BERECHTIGT',
    (l) => tue('wolframm', l.dezernat, 'beratungen/1/ergebnis', { ergebnis: einstimmigMitGegenstimmen }, put),
  ],
  [
    'zurückziehen, was beraten ist',
    409,
    'SCHON_BERATEN',
    (l) => tue('feldkamp', l.beratung, 'zurueckziehung', grund),
  ],
  [
    'einreichen ohne Datei',
    409,
    'UPLOAD_UNBEKANNT',
    (l) => tue('feldkamp', l.entwurf, 'einreichung', { entwurf: 'ugibtesnicht' }),
  ],
  [
    'mit der Datei einer anderen Vorlage einreichen',
    409,
    'UPLOAD_UNBEKANNT',
    (l) => tue('feldkamp', { ...l.entwurf, id: l.entwurf.id }, 'einreichung', { entwurf: l.dezernat.id }),
  ],
  [
    'den Entwurf als Anlage einreichen',
    409,
    'UPLOAD_UNBEKANNT',
    (l) =>
      tue('feldkamp', l.entwurf, 'einreichung', {
        entwurf: l.entwurf.upload,
        anlagen: [{ upload: l.entwurf.upload, titel: 'Noch einmal' }],
      }),
  ],
  [
    'ein Datum nach der Sitzung',
    409,
    'DATUM_NACH_SITZUNG',
    (l) =>
      tue('feldkamp', l.entwurf, 'einreichung', {
        entwurf: l.entwurf.upload,
        kopf: {
          betreff: 'Zu spät',
          datum: '2026-05-01',
          gremienweg: [
            { gremium: 'sozialausschuss', rolle: 'Kenntnisnahme', datum: '2026-04-22', oeffentlich: true },
          ],
        },
      }),
  ],
  ['ein unbekanntes Amt', 409, 'AMT_UNBEKANNT', () => lege({ ...uv, amt: '99' })],
  [
    'ein Gremium, das es nicht gibt',
    409,
    'GREMIUM_UNBEKANNT',
    () => lege({ ...uv, gremienweg: [{ ...uv.gremienweg[0], gremium: 'gibtesnicht' }] }),
  ],
  [
    'ein Entwurf für ein Gremium, das es nicht gibt',
    409,
    'GREMIUM_UNBEKANNT',
    (l) => tue('feldkamp', l.entwurf, 'entwurf', fuerUnbekanntesGremium, put),
  ],
  [
    'eine Einreichung für ein Gremium, das es nicht gibt',
    409,
    'GREMIUM_UNBEKANNT',
    (l) =>
      tue('feldkamp', l.entwurf, 'einreichung', { entwurf: l.entwurf.upload, kopf: fuerUnbekanntesGremium }),
  ],
  [
    'ein Gremienweg über ein Gremium, das es nicht gibt',
    409,
    'GREMIUM_UNBEKANNT',
    (l) =>
      tue(
        'reinicke',
        l.dezernat,
        'gremienweg',
        { beratungen: fuerUnbekanntesGremium.gremienweg, ...grund },
        put,
      ),
  ],
  [
    'ein Gremium zweimal anlegen',
    409,
    'SCHON_VORHANDEN',
    () => ({
      person: 'tesch',
      methode: 'POST',
      pfad: '/gremien',
      koerper: { id: 'stadtrat', name: 'Stadtrat', gesetzlicheZahl: 45 },
    }),
  ],
  [
    'einen Ablauf fortsetzen, der nicht angehalten ist',
    409,
    'NICHT_ANGEHALTEN',
    (l) => ({
      person: 'tesch',
      methode: 'POST',
      pfad: `/betrieb/ablaeufe/${l.dezernat.id}/entscheid`,
      koerper: { entscheid: 'erneut' },
    }),
  ],
  [
    'einen Entwurf neu starten',
    409,
    'NICHT_UNTERWEGS',
    (l) => ({
      person: 'tesch',
      methode: 'POST',
      pfad: `/betrieb/ablaeufe/${l.entwurf.id}/neustart`,
    }),
  ],
];

const version: readonly Fall[] = [
  [
    'eine veraltete Version',
    409,
    'KONFLIKT',
    (l) => tue('reinicke', { ...l.dezernat, version: 1 }, 'entscheidungen', freigabe(l.dezernat, 'Dezernat')),
  ],
  [
    'eine Version, die es noch nicht gibt',
    409,
    'KONFLIKT',
    (l) =>
      tue('reinicke', { ...l.dezernat, version: 99 }, 'entscheidungen', freigabe(l.dezernat, 'Dezernat')),
  ],
  ...([undefined, 'sieben', '*', 'W/"2"', '-1', ''] as const).map(
    (wert): Fall => [
      `If-Match ${wert}`,
      428,
      'VERSION_FEHLT',
      (l) => ({
        ...tue('feldkamp', l.entwurf, 'zurueckziehung', grund),
        ...(wert === undefined ? { version: '' } : { version: wert }),
      }),
    ],
  ),
  ['ohne Idempotenzschlüssel', 400, 'IDEMPOTENZ_FEHLT', () => lege(uv, { schluessel: null })],
  ['ein Schlüssel, der keine UUID ist', 400, 'IDEMPOTENZ_FEHLT', () => lege(uv, { schluessel: '1' })],
  [
    'ein Schlüssel aus einer anderen Anfrage',
    422,
    'SCHLUESSEL_WIEDERVERWENDET',
    (l) => lege({ ...uv, betreff: 'Etwas ganz anderes' }, { schluessel: l.verbraucht }),
  ],
  [
    'ein Schlüssel aus einem anderen Befehl',
    422,
    'SCHLUESSEL_WIEDERVERWENDET',
    (l) => tue('feldkamp', l.entwurf, 'zurueckziehung', grund, { schluessel: l.verbraucht }),
  ],
];

const eingabe: readonly Fall[] = [
  ...(['{"art":', 'art=UV', '{} {}', '\u0000'] as const).map(
    (roh): Fall => [`JSON ${JSON.stringify(roh)}`, 400, 'JSON_UNGUELTIG', () => lege(null, { roh })],
  ),
  ...(
    [
      ['null', null],
      ['eine Liste', []],
      ['ein Text', 'UV'],
      ['nichts', {}],
      ['ein unbekanntes Feld', { ...uv, nummer: 'UV/0001/2026' }],
      ['eine unbekannte Art', { ...uv, art: 'BV' }],
      ['eine Zahl als Betreff', { ...uv, betreff: 7 }],
      ['ein leerer Betreff', { ...uv, betreff: '   ' }],
      ['ein Betreff mit 251 Zeichen', { ...uv, betreff: 'x'.repeat(251) }],
      ['ein Betreff mit Steuerzeichen', { ...uv, betreff: 'Bericht\u0000\u0008' }],
      ['ein Betreff mit Zeilenumbruch', { ...uv, betreff: 'Bericht\nBcc: alle' }],
      ['ein Betreff mit halbem Zeichen', { ...uv, betreff: 'Bericht \ud83d' }],
      ['ein Az. mit Steuerzeichen', { ...uv, az: '50\u001b' }],
      ['kein Gremienweg', { ...uv, gremienweg: [] }],
      ['ein Gremienweg mit 21 Beratungen', { ...uv, gremienweg: Array(21).fill(uv.gremienweg[0]) }],
      ['ein Tag, den es nicht gibt', { ...uv, datum: '2026-02-30' }],
      ['ein Schalter als Text', { ...uv, gremienweg: [{ ...uv.gremienweg[0], oeffentlich: 'ja' }] }],
      ['ein Amt mit Trennzeichen', { ...uv, amt: '50#51' }],
    ] as const
  ).map(([name, koerper]): Fall => [name, 400, 'EINGABE_UNGUELTIG', () => lege(koerper)]),
  [
    'ein fremdes Prototyp-Feld',
    400,
    'EINGABE_UNGUELTIG',
    () => lege(null, { roh: `{"__proto__":{"art":"UV"},${JSON.stringify(uv).slice(1)}` }),
  ],
  [
    'ein Dateiname mit Pfad',
    400,
    'EINGABE_UNGUELTIG',
    (l) => tue('feldkamp', l.entwurf, 'uploads', { zweck: 'anlage', dateiname: '../a.pdf' }),
  ],
  [
    'eine Kennung mit 3000 Zeichen',
    400,
    'EINGABE_UNGUELTIG',
    (l) => tue('feldkamp', l.entwurf, 'einreichung', { entwurf: 'u'.repeat(3000) }),
  ],
  ['ein TOP ohne Teil', 400, 'EINGABE_UNGUELTIG', (l) => setze(l, { top: '5' })],
  [
    'eine negative Stimmenzahl',
    400,
    'EINGABE_UNGUELTIG',
    (l) =>
      tue(
        'wolframm',
        l.beratung,
        'beratungen/1/ergebnis',
        {
          ergebnis: {
            ...einstimmigMitGegenstimmen,
            abstimmungen: [{ ...einstimmigMitGegenstimmen.abstimmungen[0], ja: -1 }],
          },
        },
        put,
      ),
  ],
  [
    'ein Grund mit Steuerzeichen',
    400,
    'EINGABE_UNGUELTIG',
    (l) => tue('feldkamp', l.entwurf, 'zurueckziehung', { begruendung: 'weg\u0000' }),
  ],
  ...(['anzahl=0', 'anzahl=101', 'anzahl=viele', 'anzahl=1.5'] as const).map(
    (abfrage): Fall => [
      abfrage,
      400,
      'EINGABE_UNGUELTIG',
      () => lies('feldkamp', `/aemter/50/vorlagen?${abfrage}`),
    ],
  ),
  ...(
    [
      ['Unsinn', () => 'unsinn'],
      ['einer anderen Liste', (l: Lage) => l.cursor],
      ['ohne Rang', () => cursor({ pk: 'musterstadt#DEZERNAT#2' })],
      ['mit mehr', () => cursor({ pk: 'musterstadt#DEZERNAT#2', sk: 'V#', gsi1pk: 'x' })],
      ['die keine Felder hat', () => Buffer.from('null').toString('base64url')],
    ] as const
  ).map(
    ([name, wert]): Fall => [
      `eine Seitenmarke ${name}`,
      400,
      'CURSOR_UNGUELTIG',
      (l) => lies('reinicke', `/dezernate/2/vorlagen?cursor=${wert(l)}`),
    ],
  ),
  ['eine zu große Anfrage', 413, 'ANFRAGE_ZU_GROSS', () => lege({ ...uv, betreff: 'x'.repeat(600 * 1024) })],
];

function cursor(schluessel: Readonly<Record<string, string>>): string {
  return Buffer.from(JSON.stringify(schluessel)).toString('base64url');
}

const adresse: readonly Fall[] = [
  ...(
    ['vgibtesnicht', 'x'.repeat(3000), '%23', 'a%23b', '%00', '..%2F..', 'STAND', '%F0%9F%92%A9'] as const
  ).map(
    (id): Fall => [
      `die Vorlage ${id.slice(0, 20)}`,
      404,
      'NICHT_GEFUNDEN',
      () => lies('feldkamp', `/vorlagen/${id}`),
    ],
  ),
  [
    'einen Upload, den es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('feldkamp', `/vorlagen/${l.entwurf.id}/uploads/${'u'.repeat(3000)}`),
  ],
  [
    'ein Papier, das es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('feldkamp', `/vorlagen/${l.dezernat.id}/papiere/99`),
  ],
  [
    'ein Papier ohne Zahl',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('feldkamp', `/vorlagen/${l.dezernat.id}/papiere/eins`),
  ],
  [
    'ein Papier mit Unsinnszahl',
    404,
    'NICHT_GEFUNDEN',
    (l) => lies('feldkamp', `/vorlagen/${l.dezernat.id}/papiere/1e300`),
  ],
  ['eine Sitzung, die es nicht gibt', 404, 'NICHT_GEFUNDEN', () => lies('wolframm', '/sitzungen/s1')],
  ['eine Kette, die es nicht gibt', 404, 'NICHT_GEFUNDEN', () => lies('sommerlad', '/ketten/Vorlage/v1')],
  ['eine Art, die es nicht gibt', 404, 'NICHT_GEFUNDEN', () => lies('sommerlad', '/ketten/Kuh/v1')],
  [
    'eine Person, die es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    () => ({
      person: 'tesch',
      methode: 'PUT',
      pfad: '/personen/niemand/stellen',
      koerper: { stellen: [] },
    }),
  ],
  [
    'eine Ausführung, die es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    () => lies('tesch', '/betrieb/ablaeufe/v1/ausfuehrung'),
  ],
  [
    'eine Ausführung mit unmöglichem Namen',
    404,
    'NICHT_GEFUNDEN',
    () => lies('tesch', `/betrieb/ablaeufe/${'x'.repeat(300)}/ausfuehrung`),
  ],
  [
    'eine Ausgangsarbeit, die es nicht gibt',
    404,
    'NICHT_GEFUNDEN',
    () => ({
      person: 'tesch',
      methode: 'POST',
      pfad: '/betrieb/ausgang/erneut',
      koerper: { schluessel: 'v1#000001#start' },
    }),
  ],
  ['eine Adresse, die es nicht gibt', 404, 'NICHT_GEFUNDEN', () => lies('feldkamp', '/protokolle')],
  [
    'eine Methode, die es nicht gibt',
    405,
    'METHODE_UNBEKANNT',
    (l) => ({
      person: 'feldkamp',
      methode: 'DELETE',
      pfad: `/vorlagen/${l.entwurf.id}`,
    }),
  ],
  ['eine Person ohne Einrichtung', 403, 'PERSON_UNBEKANNT', () => lies('gast', '/ich')],
];

export const faelle: readonly (readonly [thema: string, faelle: readonly Fall[]])[] = [
  ['Die Rolle fehlt', rolle],
  ['Der Bereich passt nicht', bereich],
  ['Der Stand der Vorlage verbietet es', stand],
  ['Version und Idempotenz', version],
  ['Die Eingabe ist falsch', eingabe],
  ['Die Adresse führt nirgends hin', adresse],
];
