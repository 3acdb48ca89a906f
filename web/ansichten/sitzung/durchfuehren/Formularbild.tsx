import type { Formularsicht } from '../../../../domain/ergebnis/schema.ts';

const kaestchen = [
  ['einstimmig', 'einstimmig'],
  ['mehrheitlich', 'mehrheitlich'],
  ['abgelehnt', 'abgelehnt'],
  ['kenntnis', 'Kenntnis'],
  ['verwiesen', 'verwiesen'],
  ['vertagt', 'vertagt'],
  ['ohneBE', 'ohne BE'],
  ['abgesetzt', 'abgesetzt'],
  ['geaendert', 'geändert'],
] as const;

/** The boxes and counts as the official form will print them. */
export function Formularbild({
  sicht,
  vermerk,
}: {
  readonly sicht: Formularsicht;
  readonly vermerk: string | null;
}) {
  const angekreuzt = kaestchen.filter(([feld]) => sicht[feld]).map(([, name]) => name);
  const zahl = (n: number | null) => (n === null ? 'leer' : String(n));
  return (
    <>
      <h3 class="kern-heading-small">So druckt es das Formular</h3>
      <p class="kern-sr-only">
        Angekreuzt: {angekreuzt.length === 0 ? 'nichts' : angekreuzt.join(', ')}. Enthaltungen:{' '}
        {zahl(sicht.enthaltungen)}. Gegenstimmen: {zahl(sicht.gegenstimmen)}.
      </p>
      <div class="gw-formularbild" aria-hidden="true">
        {kaestchen.map(([feld, name]) => (
          <span key={feld} class={sicht[feld] ? 'gw-formularbild__an' : ''}>
            <span class="gw-formularbild__kaestchen">{sicht[feld] ? '×' : '\u00a0'}</span> {name}
          </span>
        ))}
        <span>Enthaltungen: {sicht.enthaltungen ?? '–'}</span>
        <span>Gegenstimmen: {sicht.gegenstimmen ?? '–'}</span>
      </div>
      {vermerk && <p class="gw-text">Vermerk: {vermerk}</p>}
    </>
  );
}
