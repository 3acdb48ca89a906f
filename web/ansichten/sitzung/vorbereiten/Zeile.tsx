import { Knopf } from '../../../bausteine/Knopf.tsx';
import { Marke, Nichtoeffentlich } from '../../../bausteine/Marke.tsx';
import { Zeichen } from '../../../bausteine/Zeichen.tsx';
import type { Tagesordnungspunkt } from '../typen.ts';

export interface Zeilenangaben {
  readonly punkt: Tagesordnungspunkt;
  readonly aendern?: {
    readonly hoch: (() => void) | null;
    readonly runter: (() => void) | null;
    readonly wechsle: () => void;
    readonly entferne: () => void;
    readonly ziehe: () => void;
    readonly lasse: () => void;
    /** Another item is being dragged and may be dropped here. */
    readonly ueber: boolean;
  };
}

/** Tells the items of an agenda apart, whatever their numbers are. */
export function punktname({ vorlage, beratung }: Pick<Tagesordnungspunkt, 'vorlage' | 'beratung'>): string {
  return `${vorlage}#${beratung}`;
}

/** One item of the agenda; moved by dragging or by its buttons. */
export function Zeile({ punkt, aendern }: Zeilenangaben) {
  const name = `${punkt.top} ${punkt.betreff}`;
  return (
    <li
      class="gw-top"
      data-zeile
      data-punkt={punktname(punkt)}
      {...(aendern
        ? {
            draggable: true,
            onDragStart: (e: DragEvent) => {
              e.dataTransfer?.setData('text/plain', punkt.top);
              aendern.ziehe();
            },
            onDragOver: (e: DragEvent) => aendern.ueber && e.preventDefault(),
            onDrop: (e: DragEvent) => {
              e.preventDefault();
              aendern.lasse();
            },
          }
        : {})}
    >
      {aendern && (
        <span class="gw-top__griff">
          <Zeichen name="ziehen" />
        </span>
      )}
      <span class="gw-top__nummer gw-zahl">{punkt.top}</span>
      <div class="gw-top__text">
        <a class="kern-link" data-haupt href={`/vorlagen/${punkt.vorlage}`}>
          {punkt.betreff}
        </a>
        <span class="gw-liste__neben">
          <span class="gw-zahl">{punkt.nummer}</span>
          {!punkt.oeffentlich && <Nichtoeffentlich />}
          {punkt.freigegeben && <Marke ton="success">Ergebnis freigegeben</Marke>}
          {!punkt.freigegeben && punkt.hatErgebnis && <Marke ton="info">Ergebnis erfasst</Marke>}
        </span>
      </div>
      {aendern && (
        <div class="gw-top__knoepfe">
          {aendern.hoch && (
            <Knopf art="tertiary" klein symbol="arrow-up" name={`${name}: nach oben`} onClick={aendern.hoch}>
              nach oben
            </Knopf>
          )}
          {aendern.runter && (
            <Knopf
              art="tertiary"
              klein
              symbol="arrow-down"
              name={`${name}: nach unten`}
              onClick={aendern.runter}
            >
              nach unten
            </Knopf>
          )}
          <Knopf
            art="tertiary"
            klein
            name={`${name}: in den ${punkt.oeffentlich ? 'nichtöffentlichen' : 'öffentlichen'} Teil`}
            onClick={aendern.wechsle}
          >
            {punkt.oeffentlich ? 'nichtöffentlich' : 'öffentlich'}
          </Knopf>
          <Knopf
            art="tertiary"
            klein
            symbol="close"
            name={`${name}: von der Tagesordnung nehmen`}
            onClick={aendern.entferne}
          >
            herunternehmen
          </Knopf>
        </div>
      )}
    </li>
  );
}
