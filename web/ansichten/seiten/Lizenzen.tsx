import { Seite } from '../../bausteine/Seite.tsx';

const werke = [
  {
    name: 'Gremienweg',
    wer: 'die Mitwirkenden von Gremienweg',
    lizenz: 'EUPL-1.2',
    text: '/lizenzen/EUPL-1.2.txt',
    wie: 'Diese Anwendung.',
    quelle: null,
  },
  {
    name: 'KERN UX-Standard (@kern-ux/native 2.7.2)',
    wer: 'KERN, initiiert von Hamburg und Schleswig-Holstein',
    lizenz: 'EUPL-1.2',
    text: '/lizenzen/KERN.md',
    wie: 'Die Stilvorlage kern.min.css wird unverändert ausgeliefert. Eigene Bestandteile tragen die Vorsilbe „gw-“ und stehen in eigenen Dateien; Farben, Schrift und Kontrast werden darüber angepasst (Stand November 2026).',
    quelle: 'https://gitlab.opencode.de/kern-ux/kern-ux-plain',
  },
  {
    name: 'Gremienweg Sans (Teilmenge der Fira Sans)',
    wer: 'The Mozilla Foundation und Telefonica S.A.',
    lizenz: 'SIL Open Font License 1.1',
    text: '/lizenzen/OFL-1.1.txt',
    wie: 'Auf lateinische Zeichen verkleinert und deshalb, wie die Lizenz es verlangt, unter anderem Namen.',
    quelle: 'https://github.com/mozilla/Fira',
  },
  {
    name: 'Preact 10',
    wer: 'Jason Miller und Mitwirkende',
    lizenz: 'MIT',
    text: '/lizenzen/Preact.txt',
    wie: 'Unverändert, in die Anwendung eingebaut.',
    quelle: 'https://github.com/preactjs/preact',
  },
  {
    name: 'Zod 4',
    wer: 'Colin McDonnell',
    lizenz: 'MIT',
    text: '/lizenzen/Zod.txt',
    wie: 'Unverändert, in die Anwendung eingebaut.',
    quelle: 'https://github.com/colinhacks/zod',
  },
  {
    name: 'idb 8',
    wer: 'Jake Archibald',
    lizenz: 'ISC',
    text: '/lizenzen/idb.txt',
    wie: 'Unverändert, in die Anwendung eingebaut.',
    quelle: 'https://github.com/jakearchibald/idb',
  },
] as const;

export default function Lizenzen() {
  return (
    <Seite titel="Lizenzen">
      <p>Gremienweg ist freie Software und baut auf der Arbeit anderer auf.</p>
      {werke.map((w) => (
        <section key={w.name} class="gw-stapel" style={{ gap: '0.25rem' }}>
          <h2 class="kern-heading-small">{w.name}</h2>
          <p>
            {w.wer}, {w.lizenz}. {w.wie}
          </p>
          <p>
            <a class="kern-link" href={w.text}>
              Lizenztext von {w.name}
            </a>
            {w.quelle && (
              <>
                {' · '}
                <a class="kern-link" href={w.quelle} rel="noreferrer">
                  Quelle von {w.name}
                </a>
              </>
            )}
          </p>
        </section>
      ))}
    </Seite>
  );
}
