import * as z from 'zod';
import { zuLokal } from '../../fristen/berlin.ts';
import { type Ablehnung, lehneAb } from '../../gemeinsam/antwort.ts';
import { kennungSchema } from '../../gemeinsam/kennung.ts';
import { haltInBeratung } from '../halt.ts';
import { type Beratung, beratungNr, type Vorlagenstand } from '../stand.ts';
import type { Umgebung } from '../umgebung.ts';
import { type Entscheidung, schreibe } from './entscheidung.ts';

export const topSchema = z
  .string()
  .regex(/^(Ö|N) [1-9]\d{0,2}(\.[1-9]\d{0,2}){0,3}$/, 'TOP bitte wie „Ö 5“, „Ö 5.1“ oder „N 2“ angeben.');

export const aufTagesordnungSchema = z.strictObject({
  vorlage: kennungSchema,
  beratung: z.int().min(1),
  top: topSchema,
  oeffentlich: z.boolean(),
});

/** What a command needs to know of a Sitzung. */
export interface SitzungImBlick {
  readonly id: string;
  readonly gremium: string;
  readonly beginn: string;
}

/** Places a Beratung on the agenda of a Sitzung of its Gremium. */
export function setzeAufTagesordnung(
  stand: Vorlagenstand,
  befehl: z.infer<typeof aufTagesordnungSchema>,
  sitzung: SitzungImBlick,
  u: Umgebung,
): Entscheidung {
  const beratung = beratungNr(stand, befehl.beratung);
  if (!beratung)
    return lehneAb('BERATUNG_UNBEKANNT', `Der Gremienweg hat keine Beratung ${befehl.beratung}.`);
  if (stand.phase !== 'beratung') {
    return lehneAb(
      'NICHT_SITZUNGSREIF',
      'Die Vorlage hat die Stationen der Verwaltung noch nicht durchlaufen.',
    );
  }
  if (beratung.freigegeben) {
    return lehneAb('ERGEBNIS_FREIGEGEBEN', 'Diese Beratung hat schon ein freigegebenes Ergebnis.');
  }
  if (beratung.gremium !== sitzung.gremium) {
    return lehneAb(
      'FALSCHES_GREMIUM',
      'Die Sitzung gehört zu einem anderen Gremium als die Beratung. Bitte eine Sitzung dieses Gremiums wählen.',
    );
  }
  if (beratung.sitzung !== null) {
    return lehneAb(
      'SCHON_ANGESETZT',
      beratung.sitzung === sitzung.id
        ? 'Diese Beratung steht schon auf dieser Tagesordnung. Eine andere Nummer bekommt sie, wenn Sie die Tagesordnung ordnen.'
        : 'Diese Beratung steht schon auf der Tagesordnung einer anderen Sitzung. Bitte setzen Sie sie dort ab.',
    );
  }
  const falscherTeil = pruefeTeil(beratung, befehl);
  if (falscherTeil) return falscherTeil;
  const angesetzt = {
    ...beratung,
    sitzung: sitzung.id,
    sitzungsbeginn: sitzung.beginn,
  };
  // A new wait: the machine wakes and takes the Sitzung's day as its new deadline.
  const weiter =
    stand.halt?.beratung === beratung.nr ? haltInBeratung(angesetzt, stand.wartenummer + 1, u) : null;
  return schreibe({
    art: 'AufTagesordnungGesetzt',
    daten: {
      beratung: beratung.nr,
      sitzung: sitzung.id,
      sitzungsbeginn: sitzung.beginn,
      datum: zuLokal(sitzung.beginn).datum,
      top: befehl.top,
      oeffentlich: befehl.oeffentlich,
      weiter,
    },
  });
}

/**
 * Number and part agree, and what is nichtoeffentlich does not become oeffentlich by a number on an agenda
 * (§ 35 GemO): that is decided with the Gremienweg.
 */
export function pruefeTeil(
  beratung: Pick<Beratung, 'oeffentlich'>,
  befehl: { readonly top: string; readonly oeffentlich: boolean },
): Ablehnung | null {
  if (befehl.top.startsWith('Ö') !== befehl.oeffentlich) {
    return lehneAb(
      'TOP_TEIL',
      'TOP mit „Ö“ stehen im öffentlichen, TOP mit „N“ im nichtöffentlichen Teil. Bitte angleichen.',
    );
  }
  if (befehl.oeffentlich && !beratung.oeffentlich) {
    return lehneAb(
      'TEIL_GEAENDERT',
      'Diese Beratung ist nichtöffentlich vorgesehen. Bitte setzen Sie sie in den nichtöffentlichen Teil, oder lassen Sie zuerst den Gremienweg ändern.',
      { paragraf: '§ 35 GemO' },
    );
  }
  return null;
}
