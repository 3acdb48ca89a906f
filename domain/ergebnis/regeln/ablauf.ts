import type { Verbleib } from '../schema.ts';
import { regel, warnung, widerspruch } from './regel.ts';

const vorSitzungMoeglich: ReadonlySet<Verbleib> = new Set(['abgesetzt', 'zurueckgezogen']);

/** A missing earlier result is often the very reason for these; they must stay possible. */
const unerledigt: ReadonlySet<Verbleib> = new Set([
  'vertagt',
  'abgesetzt',
  'nichtBehandelt',
  'zurueckgezogen',
]);

const mitFolgeangabe: ReadonlySet<Verbleib> = new Set([
  'verwiesen',
  'vertagt',
  'abgesetzt',
  'nichtBehandelt',
]);

/** Rows 28 to 31: when an outcome may stand, and what it says about the next step (folge.ts). */
export const ablauf = [
  regel(28, (e, u) => {
    if (!u.vorherigeOffen) return null;
    return u.einstellungen.reihenfolgeZwingend && !unerledigt.has(e.verbleib)
      ? widerspruch('Das Ergebnis der vorherigen Beratung fehlt noch. Geben Sie zuerst jenes frei.')
      : warnung(
          'Das Ergebnis der vorherigen Beratung fehlt noch. Bestätigen Sie, dass dieses trotzdem freigegeben werden soll.',
        );
  }),
  regel(29, (e, u) =>
    u.sitzungsbeginn !== null &&
    Date.parse(u.jetzt) < Date.parse(u.sitzungsbeginn) &&
    !vorSitzungMoeglich.has(e.verbleib)
      ? widerspruch(
          'Die Sitzung hat noch nicht begonnen. Vorher kann ein Punkt nur abgesetzt oder zurückgezogen werden.',
        )
      : null,
  ),
  regel(30, (_e, u) =>
    u.berichtigung
      ? warnung(
          'Berichtigung eines freigegebenen Ergebnisses: Sie wird als neuer, begründeter Eintrag geführt. Die unterschriebene Niederschrift behält ihren Wortlaut; die Berichtigung steht daneben.',
        )
      : null,
  ),
  regel(31, (e) =>
    e.folge !== null && !mitFolgeangabe.has(e.verbleib)
      ? warnung(
          'Eine nächste Sitzung oder ein Gremium ist angegeben, wird bei diesem Ausgang aber nicht verwendet.',
        )
      : null,
  ),
];
