import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findeWeg } from '../../../web/app/wege.ts';
import { stelleBrowserNach } from './browser.ts';

describe('the screen of an address', () => {
  it.each([
    ['/', '/', {}],
    ['/neu/', '/neu', {}],
    ['/vorlagen/v1', '/vorlagen/:id', { id: 'v1' }],
    ['/vorlagen/v1/bearbeiten', '/vorlagen/:id/bearbeiten', { id: 'v1' }],
    ['/vorlagen/a%2Fb', '/vorlagen/:id', { id: 'a%2Fb' }],
    ['/nachweis/Vorlage/v1', '/nachweis/:art/:id', { art: 'Vorlage', id: 'v1' }],
    ['/betrieb/personen', '/betrieb/personen', {}],
    ['/gibtesnicht', '', {}],
    ['/vorlagen/v1/bearbeiten/mehr', '', {}],
    ['/Vorlagen/v1', '', {}],
  ])('%s', (pfad, muster, teile) => {
    const gefunden = findeWeg(pfad);
    expect([gefunden.weg.muster, gefunden.teile]).toEqual([muster, teile]);
  });
});

describe('a click', () => {
  class Verweis {
    readonly #url: URL;
    readonly #attribute: Record<string, string>;
    constructor(attribute: Record<string, string>) {
      this.#attribute = attribute;
      this.#url = new URL(attribute.href ?? '', 'http://stadt.example/vorlagen/1?blatt=weg');
    }
    closest = () => this;
    hasAttribute = (name: string) => name in this.#attribute;
    get target() {
      return this.#attribute.target ?? '';
    }
    get origin() {
      return this.#url.origin;
    }
    get pathname() {
      return this.#url.pathname;
    }
    get search() {
      return this.#url.search;
    }
    get hash() {
      return this.#url.hash;
    }
  }
  let zielVon: (klick: MouseEvent) => string | null;

  beforeEach(async () => {
    vi.resetModules();
    stelleBrowserNach();
    vi.stubGlobal('Element', Verweis);
    ({ zielVon } = await import('../../../web/app/ort.ts'));
  });
  afterEach(() => vi.unstubAllGlobals());

  const klick = (attribute: Record<string, string>, mehr = {}) =>
    zielVon({
      button: 0,
      defaultPrevented: false,
      target: new Verweis(attribute),
      ...mehr,
    } as unknown as MouseEvent);

  it.each([
    ['/kalender', '/kalender'],
    ['/suche?q=a%20b#treffer', '/suche?q=a%20b#treffer'],
    ['?blatt=papiere', '/vorlagen/1?blatt=papiere'],
    ['/lizenzen', '/lizenzen'],
    ['/apifrage', '/apifrage'],
  ])('on %s stays inside', (href, ziel) => expect(klick({ href })).toBe(ziel));

  it.each([
    ['#verlauf'],
    ['https://anderswo.example/'],
    ['mailto:amt@stadt.example'],
    ['/api/vorlagen/1'],
    ['/oauth2/authorize'],
    ['/lizenzen/KERN.md'],
    ['/_postfach'],
    ['/logout'],
  ])('on %s is the browser’s own', (href) => expect(klick({ href })).toBeNull());

  it.each([
    ['with Ctrl', { href: '/kalender' }, { ctrlKey: true }],
    ['with Shift', { href: '/kalender' }, { shiftKey: true }],
    ['with Cmd', { href: '/kalender' }, { metaKey: true }],
    ['of the middle button', { href: '/kalender' }, { button: 1 }],
    ['that somebody took', { href: '/kalender' }, { defaultPrevented: true }],
    ['to a new window', { href: '/kalender', target: '_blank' }, {}],
    ['to a download', { href: '/kalender', download: '' }, {}],
    ['on no link', {}, {}],
  ])('%s is the browser’s own', (_was, attribute, mehr) =>
    expect(klick(attribute as Record<string, string>, mehr)).toBeNull(),
  );
});
