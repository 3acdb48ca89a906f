/** What checks use inside a page; installed before the page's own scripts run. */
export interface Seitenhilfen {
  /** A short CSS selector that leads to the element. */
  auswahl(element: Element): string;
  /** Rendered, and larger than the 1 px that hides text from eyes only. */
  sichtbar(element: Element): boolean;
  /** Accessible name, simplified: labels, aria-label(ledby), text, alternative texts, title. */
  name(element: Element): string;
  /** Whether it is a control by itself: link, button, field, summary, or a widget role that takes focus. */
  bedienelement(element: Element): boolean;
  /** Rectangles of visible text with the element that holds it. */
  texte(innerhalb: Element): { traeger: Element; rechteck: DOMRect }[];
  /** Text that an element with hidden overflow cuts off. */
  abgeschnitten(): { auswahl: string; satz: string }[];
  /** Relative luminance of a computed colour in any notation (WCAG 2.2, definition); null unless opaque. */
  leuchtdichte(farbe: string): number | null;
  /** Adds rules that no Content Security Policy stands against; the answer takes them away. */
  regeln(css: string): () => void;
  /** Elements that listen for clicks. */
  readonly mitKlick: Set<EventTarget>;
  /** Layout shifts without recent input: value, time in ms, what moved. */
  readonly verschiebungen: { wert: number; zeit: number; was: string[] }[];
  /** Tab stops under examination. */
  halte: Element[];
  /** Takes away what their examination changed. */
  loese: () => void;
}

declare global {
  interface Window {
    gwPruefung: Seitenhilfen;
  }
}

/** Runs inside the page, as text: uses nothing of this file. */
export function installiereSeitenhilfen(): void {
  if (window.gwPruefung) return;
  const mitKlick = new Set<EventTarget>();
  const hoere = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (art: string, ...rest: unknown[]) {
    if (art === 'click' || art === 'mousedown' || art === 'pointerdown') mitKlick.add(this);
    return Reflect.apply(hoere, this, [art, ...rest]);
  };

  const auswahl = (element: Element): string => {
    const teile: string[] = [];
    for (let e: Element | null = element; e; e = e.parentElement) {
      if (e.id) {
        teile.unshift(`#${CSS.escape(e.id)}`);
        break;
      }
      const name = e.localName;
      const geschwister = e.parentElement
        ? [...e.parentElement.children].filter((g) => g.localName === name)
        : [];
      teile.unshift(geschwister.length > 1 ? `${name}:nth-of-type(${geschwister.indexOf(e) + 1})` : name);
    }
    return teile.join(' > ');
  };

  const sichtbar = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const { width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) return false;
    const { clipPath, clip } = getComputedStyle(element);
    return clipPath !== 'inset(50%)' && !/^rect\(([01]px,? ?){4}\)$/.test(clip);
  };

  const alsText = (knoten: Node): string => {
    if (knoten.nodeType === Node.TEXT_NODE) return knoten.textContent ?? '';
    if (!(knoten instanceof Element)) return '';
    if (
      knoten.getAttribute('aria-hidden') === 'true' ||
      !knoten.checkVisibility({ visibilityProperty: true })
    )
      return '';
    const eigener = knoten.getAttribute('aria-label') ?? knoten.getAttribute('alt');
    return eigener ?? [...knoten.childNodes].map(alsText).join(' ');
  };
  const glatt = (text: string) => text.replace(/\s+/g, ' ').trim();
  const name = (element: Element): string => {
    const verwiesen = (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => (id ? (document.getElementById(id)?.textContent ?? '') : ''))
      .join(' ');
    const labels = 'labels' in element ? [...((element.labels as NodeListOf<Element> | null) ?? [])] : [];
    return (
      glatt(verwiesen) ||
      glatt(element.getAttribute('aria-label') ?? '') ||
      glatt(labels.map(alsText).join(' ')) ||
      glatt(alsText(element)) ||
      glatt(element.getAttribute('title') ?? '')
    );
  };

  const bedienelement = (element: Element): boolean =>
    element.matches(
      'a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, label, option, dialog, iframe, [contenteditable=true]',
    ) ||
    (element.hasAttribute('tabindex') &&
      /^(button|link|checkbox|radio|switch|tab|option|menuitem.*|combobox|slider|treeitem|gridcell)$/.test(
        element.getAttribute('role') ?? '',
      ));

  const texte = (innerhalb: Element): { traeger: Element; rechteck: DOMRect }[] => {
    const gang = document.createTreeWalker(innerhalb, NodeFilter.SHOW_TEXT);
    const gefunden: { traeger: Element; rechteck: DOMRect }[] = [];
    const bereich = document.createRange();
    for (let knoten = gang.nextNode(); knoten; knoten = gang.nextNode()) {
      const traeger = knoten.parentElement;
      if (!traeger || !knoten.textContent?.trim() || traeger.closest('script, style, noscript, option'))
        continue;
      if (!traeger.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      // What is cut down to a pixel for screen readers is not meant for eyes.
      let versteckt = false;
      for (let e: Element | null = traeger; e && !versteckt; e = e.parentElement) {
        const r = e.getBoundingClientRect();
        versteckt = (r.width <= 1 || r.height <= 1) && getComputedStyle(e).overflow !== 'visible';
      }
      if (versteckt) continue;
      bereich.selectNodeContents(knoten);
      for (const rechteck of bereich.getClientRects())
        if (rechteck.width > 1 && rechteck.height > 1) gefunden.push({ traeger, rechteck });
    }
    return gefunden;
  };

  const abgeschnitten = () => {
    const gefunden: { auswahl: string; satz: string }[] = [];
    for (const e of document.querySelectorAll('body, body *')) {
      const stil = getComputedStyle(e);
      const schneidet = (art: string) => art === 'hidden' || art === 'clip';
      const quer = schneidet(stil.overflowX) && e.scrollWidth > e.clientWidth + 1;
      const hoch = schneidet(stil.overflowY) && e.scrollHeight > e.clientHeight + 1;
      if (!(quer || hoch) || e.clientHeight < 4 || e.matches('input, select, textarea, svg, svg *')) continue;
      const kasten = e.getBoundingClientRect();
      const verloren = texte(e).find(
        ({ rechteck: r }) =>
          (quer && (r.right > kasten.right + 2 || r.left < kasten.left - 2)) ||
          (hoch && r.bottom > kasten.bottom + 2),
      );
      if (!verloren) continue;
      const text = glatt(verloren.traeger.textContent ?? '').slice(0, 60);
      gefunden.push({ auswahl: auswahl(e), satz: `Der Text „${text}“ ist abgeschnitten.` });
    }
    return gefunden;
  };

  const dichten = new Map<string, number | null>();
  const flaeche = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const leuchtdichte = (farbe: string): number | null => {
    const bekannt = dichten.get(farbe);
    if (bekannt !== undefined || !flaeche) return bekannt ?? null;
    flaeche.clearRect(0, 0, 1, 1);
    flaeche.fillStyle = farbe;
    flaeche.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, deckung] = flaeche.getImageData(0, 0, 1, 1).data;
    const linear = (kanal: number) =>
      kanal / 255 <= 0.04045 ? kanal / 255 / 12.92 : ((kanal / 255 + 0.055) / 1.055) ** 2.4;
    const dichte = deckung === 255 ? 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b) : null;
    dichten.set(farbe, dichte);
    return dichte;
  };

  const regeln = (css: string) => {
    const blatt = new CSSStyleSheet();
    blatt.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, blatt];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((b) => b !== blatt);
    };
  };

  const verschiebungen: Seitenhilfen['verschiebungen'] = [];
  new PerformanceObserver((schub) => {
    for (const eintrag of schub.getEntries()) {
      const e = eintrag as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources?: { node: Node | null }[];
      };
      if (e.hadRecentInput) continue;
      const was = (e.sources ?? []).map(({ node }) =>
        node instanceof Element ? auswahl(node) : node?.parentElement ? auswahl(node.parentElement) : '?',
      );
      verschiebungen.push({ wert: e.value, zeit: e.startTime, was });
    }
  }).observe({ type: 'layout-shift', buffered: true });

  window.gwPruefung = {
    auswahl,
    sichtbar,
    name,
    bedienelement,
    texte,
    abgeschnitten,
    leuchtdichte,
    regeln,
    mitKlick,
    verschiebungen,
    halte: [],
    loese: () => {},
  };
}
