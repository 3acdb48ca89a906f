import { describe, expect, it, test } from 'vitest';
import { anlaesse, type Nachricht } from '../../domain/nachrichten/nachricht.ts';
import { schreibeMail } from '../../templates/mail/mail.ts';

const rahmen = { name: 'Erika Beispiel', adresse: 'https://gremienweg.musterstadt.example' };
const nachricht = (mehr: Partial<Nachricht> = {}): Nachricht => ({
  anlass: 'wartetAufSie',
  vorlage: 'v-1',
  nummer: 'UV/0084/2026',
  betreff: 'Bericht zur Wohnberatung',
  oeffentlich: true,
  station: 'Dezernat',
  frist: '2026-03-05',
  grund: 'Bitte Zahlen ergänzen.',
  ergebnis: 'zur Kenntnis genommen',
  naechstes: 'Es folgt die nächste Beratung.',
  gremium: 'Sozialausschuss',
  datum: '2026-04-22',
  top: 'Ö 5',
  ...mehr,
});
const geheim = { oeffentlich: false, betreff: null, grund: null, ergebnis: null } as const;
const mail = (...liste: Nachricht[]) => schreibeMail(liste, rahmen);
/** What a reader of the HTML sees. */
const gelesen = (html: string) =>
  html
    .replace(/<title>.*<\/title>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

describe.each(anlaesse)('%s', (anlass) => {
  const m = mail(nachricht({ anlass }));
  it('hat Betreff, Anrede, Sätze und Verweis, als Text und als HTML gleich', () => {
    expect(m.betreff.length).toBeGreaterThan(10);
    expect(m.text).toMatch(/^Guten Tag Erika Beispiel,\n/);
    const saetze = m.text.split('\n').filter((z) => z.endsWith('.'));
    expect(saetze.length).toBeGreaterThanOrEqual(2);
    for (const satz of saetze) expect(gelesen(m.html)).toContain(satz);
    expect(m.html).toContain('<html lang="de">');
  });
  it('sagt nie „null“ oder „undefined“, auch wenn nichts bekannt ist', () => {
    const karg = { nummer: null, frist: null, grund: null, ergebnis: null, naechstes: null } as const;
    const leer = { ...karg, gremium: null, datum: null, top: null, betreff: null, vorlage: null } as const;
    for (const x of [m, mail(nachricht({ anlass, ...leer }))]) {
      expect(x.betreff + x.text + x.html).not.toMatch(/null|undefined|NaN/);
    }
  });
  it('nichtöffentlich: Nummer und Verweis, kein Titel, kein Grund, kein Ergebnis', () => {
    const n = mail(nachricht({ anlass, ...geheim }));
    expect(n.betreff + n.text + n.html).not.toMatch(/Wohnberatung|Zahlen|Kenntnis genommen/);
    expect(n.text).toContain('UV/0084/2026');
  });
  it('ein Verweis, der Anmeldung verlangt und nichts entscheidet', () => {
    const verweise = [...m.html.matchAll(/href="([^"]*)"/g)].map(([, ziel]) => ziel);
    expect(verweise).toEqual(['https://gremienweg.musterstadt.example/vorlagen/v-1']);
    const imText = m.text.match(/https?:\S+/g);
    expect(imText).toEqual(verweise);
    expect(m.text).toContain('mit Anmeldung');
  });
  it('der Betreff hat keinen Zeilenumbruch, was auch immer im Titel steht', () => {
    const boese = 'A\r\nBcc: alle@example.invalid\n\u2028B\u0000C\u0085D';
    const x = mail(nachricht({ anlass, betreff: boese, nummer: 'UV\r\nX: y', station: 'D\nE' }));
    expect(x.betreff).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });
  it('fremder Text wird im HTML maskiert', () => {
    const boese = `<script>alert("x")</script> & 'y'`;
    const x = schreibeMail(
      [nachricht({ anlass, betreff: boese, grund: boese, ergebnis: boese, station: boese, gremium: boese })],
      { name: boese, adresse: 'https://a.example/"><script>' },
    );
    expect(x.html).not.toMatch(/<script/i);
    expect(x.html.match(/<a href="[^"<>]*">/g)).toHaveLength(1);
    expect(x.html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;y&#39;');
  });
});

describe('was die Sätze nennen', () => {
  test.each([
    ['wartetAufSie', ['(„Sozialausschuss“)', 'Die Frist endet am 05.03.2026.']],
    ['zurueckgegeben', ['Begründung: Bitte Zahlen ergänzen.', '05.03.2026', 'neue Fassung']],
    ['weitergegeben', ['Die Freigabe ist erteilt (Dezernat).']],
    ['aufTagesordnung', ['Sozialausschuss, 22.04.2026, TOP Ö 5']],
    ['ergebnis', ['Ergebnis: zur Kenntnis genommen.', 'Es folgt die nächste Beratung.']],
    ['berichtigt', ['Ergebnis jetzt: zur Kenntnis genommen.', 'TOP Ö 5']],
    ['zurueckgezogen', ['Begründung: Bitte Zahlen ergänzen.']],
    ['erinnerung', ['Die Frist endet am 05.03.2026.']],
    ['fristAbgelaufen', ['ist abgelaufen (05.03.2026)']],
    ['eskalation', ['seit Ablauf der Frist am 05.03.2026 bei „Sozialausschuss“']],
  ] as const)('%s', (anlass, saetze) => {
    for (const satz of saetze) expect(mail(nachricht({ anlass })).text).toContain(satz);
  });
  it('das Ergebnis einer nichtöffentlichen Vorlage sieht man erst nach der Anmeldung', () => {
    expect(mail(nachricht({ anlass: 'ergebnis', ...geheim })).text).toContain('sehen Sie nach der Anmeldung');
    expect(mail(nachricht(geheim)).betreff).toBe('Wartet auf Sie: UV/0084/2026 (nichtöffentlich)');
  });
});

describe('Tagesbrief: mehrere Nachrichten in einer Mail', () => {
  const brief = mail(
    nachricht({ anlass: 'weitergegeben' }),
    nachricht({ anlass: 'berichtigt', vorlage: 'v-2', nummer: 'UV/0085/2026', ...geheim }),
  );
  it('der Betreff zählt sie und nennt keine Titel', () => {
    expect(brief.betreff).toBe('Gremienweg: 2 Neuigkeiten');
  });
  it('jede hat Überschrift und eigenen Verweis', () => {
    expect(brief.html.match(/<h1/g)).toHaveLength(2);
    expect(brief.text).toContain('/vorlagen/v-1');
    expect(brief.text).toContain('/vorlagen/v-2');
    expect(brief.text).toContain('Ergebnis berichtigt: UV/0085/2026 (nichtöffentlich)');
  });
});

describe('Nachricht ohne Vorlage', () => {
  it('eine gescheiterte Arbeit ist weder Entwurf noch nichtöffentlich', () => {
    const m = mail(nachricht({ anlass: 'arbeitGescheitert', vorlage: null, nummer: null, betreff: null }));
    expect(m.text).not.toMatch(/Entwurf|nichtöffentlich/);
    expect(m.text).toContain(rahmen.adresse);
  });
});
