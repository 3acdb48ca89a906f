import type { Befund } from '../modell/schema.ts';
import { type Befundcode, befund, zitat } from './befunde.ts';
import type { Budget } from './grenzen.ts';
import { createZaehlwerk, type Listenbuch, leseNummerierung } from './nummerierung.ts';
import type { Paket } from './paket.ts';
import { leseStile, type Stilbuch } from './stile.ts';

/** A report of a thousand images helps nobody. */
const hoechstensJeArt = 20;

/** Where the walk stands: for the place of a finding. */
type Stelle = { ueberschrift: string | null; absatz: number; anfang: string };

/** What every step of the walk needs, and where it puts what it finds. */
export type Umgebung = {
  readonly paket: Paket;
  readonly stile: Stilbuch;
  readonly listen: Listenbuch;
  readonly zaehlwerk: ReturnType<typeof createZaehlwerk>;
  readonly budget: Budget;
  readonly befunde: Befund[];
  readonly stelle: Stelle;
  readonly melde: (code: Befundcode, was?: string) => void;
  /** As `melde`, but each code only once per draft. */
  readonly meldeEinmal: (code: Befundcode, was?: string) => void;
};

export function createUmgebung(paket: Paket, budget: Budget): Umgebung {
  const befunde: Befund[] = [];
  const stelle: Stelle = { ueberschrift: null, absatz: 0, anfang: '' };
  const anzahlen = new Map<Befundcode, number>();
  const melde = (code: Befundcode, was = '') => {
    const bisher = anzahlen.get(code) ?? 0;
    anzahlen.set(code, bisher + 1);
    if (bisher < hoechstensJeArt) befunde.push(befund(code, was, ort(stelle)));
    else if (bisher === hoechstensJeArt) befunde.push(befund('WEITERE_BEFUNDE', code, ort(stelle)));
  };
  return {
    paket,
    stile: leseStile(paket.stile),
    listen: leseNummerierung(paket.nummerierung),
    zaehlwerk: createZaehlwerk(),
    budget,
    befunde,
    stelle,
    melde,
    meldeEinmal: (code, was) => {
      if (!anzahlen.has(code)) melde(code, was);
    },
  };
}

/** "Absatz 3 unter „Sachstand“: „Die Stadt …“" */
function ort({ ueberschrift, absatz, anfang }: Stelle): string {
  const unter = ueberschrift === null ? '' : ` unter ${zitat(ueberschrift, 40)}`;
  return `Absatz ${absatz}${unter}${anfang.trim() === '' ? '' : `: ${zitat(anfang, 40)}`}`;
}
