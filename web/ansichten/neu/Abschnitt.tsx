import type { ComponentChildren } from 'preact';

/** One step of the page. */
export function Abschnitt({
  nr,
  id,
  titel,
  children,
}: {
  readonly nr: number;
  readonly id: string;
  readonly titel: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="gw-schritt" id={id} aria-labelledby={`${id}-titel`}>
      <h2 class="kern-heading-medium" id={`${id}-titel`} tabIndex={-1}>
        <span class="gw-schritt__nr">{nr}</span> {titel}
      </h2>
      <div class="gw-schritt__inhalt">{children}</div>
    </section>
  );
}
