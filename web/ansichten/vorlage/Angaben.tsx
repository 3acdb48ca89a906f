import type { ComponentChildren } from 'preact';
import { unterrichtungsvorlage } from '../../../domain/freigabeweg/unterrichtungsvorlage.ts';
import { type Vorlagenstand, verfasserzeile } from '../../../domain/vorlage/stand.ts';
import { tag } from '../../format/datum.ts';
import type { Namen } from '../../format/ereignis.ts';

/** As the paper prints it: left open, it is the day of the first submission. */
function datumVon({ datum, fassungen: [erste] }: Vorlagenstand): string {
  if (datum) return tag(datum);
  return erste ? tag(erste.eingereichtAm) : 'Tag der Einreichung';
}

/** The head of the form: what the paper is. */
export function Angaben({ stand, namen }: { readonly stand: Vorlagenstand; readonly namen: Namen }) {
  const zeilen: readonly (readonly [string, ComponentChildren])[] = [
    ['Nummer', stand.nummer ?? 'wird bei der Einreichung vergeben'],
    ['Art', stand.art === 'UV' ? unterrichtungsvorlage.bezeichnung : stand.art],
    ['Datum', datumVon(stand)],
    ['Dezernat', stand.dezernat],
    ['Verfasser', verfasserzeile(stand)],
    ['Angelegt', `${tag(stand.angelegtAm)} von ${namen.person(stand.verfasser)}`],
    ['Az.', stand.az ?? 'nicht angegeben'],
    ['Fassung', stand.fassungen.length === 0 ? 'noch keine' : String(stand.fassungen.length)],
  ];
  return (
    <section class="gw-vorlage__teil" aria-labelledby="angaben">
      <h2 class="kern-heading-small" id="angaben">
        Angaben
      </h2>
      <dl class="gw-angaben">
        {zeilen.map(([name, wert]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{wert}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
