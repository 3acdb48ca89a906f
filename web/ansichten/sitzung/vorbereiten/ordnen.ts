/** What ordering needs to know of an item. */
export interface Punkt {
  /** "Ö 5", "N 2" */
  readonly top: string;
  readonly oeffentlich: boolean;
}

const kopf = (oeffentlich: boolean) => (oeffentlich ? 'Ö' : 'N');
const zahl = (top: string) => Number(top.slice(2).split('.')[0]);

/** The next free whole number of a part. */
export function naechsteNummer(tops: readonly Punkt[], oeffentlich: boolean): string {
  const hoechste = Math.max(0, ...tops.filter((t) => t.oeffentlich === oeffentlich).map((t) => zahl(t.top)));
  return `${kopf(oeffentlich)} ${hoechste + 1}`;
}

/**
 * Moves the item at `von` to `nach` within its part: the numbers stay where they are, the items change places
 * under them, so that gaps for formal items ("Eröffnung") and sub-numbers survive.
 * @param von,nach positions in the whole list, which is in order of numbers
 */
export function verschiebe<P extends Punkt>(tops: readonly P[], von: number, nach: number): readonly P[] {
  const bewegter = tops[von];
  const ziel = tops[nach];
  if (!bewegter || !ziel || von === nach || bewegter.oeffentlich !== ziel.oeffentlich) return tops;
  const neu = tops.toSpliced(von, 1).toSpliced(nach, 0, bewegter);
  return neu.map((t, i) => ({ ...t, top: tops[i]?.top ?? t.top }));
}

/** Moves the item at `stelle` to the end of the other part, under a new number there. */
export function wechsleTeil<P extends Punkt>(tops: readonly P[], stelle: number): readonly P[] {
  const punkt = tops[stelle];
  if (!punkt) return tops;
  const oeffentlich = !punkt.oeffentlich;
  const neu = { ...punkt, oeffentlich, top: naechsteNummer(tops, oeffentlich) };
  return sortiere([...tops.filter((_, i) => i !== stelle), neu]);
}

/** Numbers a part without gaps from `ab`, in the present order. */
export function nummeriere<P extends Punkt>(
  tops: readonly P[],
  oeffentlich: boolean,
  ab: number,
): readonly P[] {
  let naechste = ab;
  return tops.map((t) =>
    t.oeffentlich === oeffentlich ? { ...t, top: `${kopf(oeffentlich)} ${naechste++}` } : t,
  );
}

/** oeffentlich before nichtoeffentlich, each as it stands. */
function sortiere<P extends Punkt>(tops: readonly P[]): readonly P[] {
  return [...tops.filter((t) => t.oeffentlich), ...tops.filter((t) => !t.oeffentlich)];
}
