import { TextRun, type XmlComponent } from 'docx';
import { angekreuzt, leer } from '../../formular/kaestchen.ts';
import { element, type Schreibkontext } from './kontext.ts';

const kaestchenschrift = 'MS Gothic';

type Benennung = {
  readonly tag: string;
  /** Name that Word shows and a screen reader speaks; at most 64 characters. */
  readonly alias: string;
};

export type Feldwert = Benennung & {
  /** Null prints the placeholder and flags it, so that a reader takes the field as empty. */
  readonly wert: string | null;
  readonly platzhalter: string;
  /** A record is not to be typed into: neither the control nor its content can be changed. */
  readonly gesperrt: boolean;
  /** Disappears with the first letter typed, so that what follows is plain text. */
  readonly fluechtig?: boolean;
  /** Wraps the control, so that the field survives editors which lose tag and alias. */
  readonly lesezeichen?: string;
};

/** A text field: control with tag, alias and id, inside a bookmark if one is named. */
export function feld(kontext: Schreibkontext, angaben: Feldwert): XmlComponent[] {
  const platzhalter = angaben.wert === null;
  const lauf = platzhalter
    ? new TextRun({ text: angaben.platzhalter, style: angaben.gesperrt ? undefined : 'Platzhaltertext' })
    : new TextRun({ text: angaben.wert ?? '' });
  const steuerelement = element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      ...benennung(kontext, angaben),
      ...(angaben.gesperrt ? [sperre()] : []),
      ...(angaben.fluechtig ? [element('w:temporary')] : []),
      ...(platzhalter ? [element('w:showingPlcHdr')] : []),
      element('w:text'),
    ]),
    element('w:sdtContent', {}, [lauf]),
  ]);
  return angaben.lesezeichen
    ? mitLesezeichen(kontext, angaben.lesezeichen, [steuerelement])
    : [steuerelement];
}

/**
 * A box whose state is readable three ways: as w14:checked, as visible glyph, and by its name. docx's own
 * CheckBox has neither tag nor id and writes the glyph as a symbol that text extractors do not see.
 */
export function kaestchen(
  kontext: Schreibkontext,
  angaben: Benennung & { readonly gesetzt: boolean },
): XmlComponent {
  const zustand = (zeichen: string) => ({
    'w14:val': zeichen.charCodeAt(0).toString(16),
    'w14:font': kaestchenschrift,
  });
  return element('w:sdt', {}, [
    element('w:sdtPr', {}, [
      ...benennung(kontext, angaben),
      sperre(),
      element('w14:checkbox', {}, [
        element('w14:checked', { 'w14:val': angaben.gesetzt ? 1 : 0 }),
        element('w14:checkedState', zustand(angekreuzt)),
        element('w14:uncheckedState', zustand(leer)),
      ]),
    ]),
    element('w:sdtContent', {}, [
      new TextRun({ text: angaben.gesetzt ? angekreuzt : leer, font: kaestchenschrift }),
    ]),
  ]);
}

/** Properties of a rich text control that only invites: flagged as placeholder, gone with the first letter. */
export function platzhaltersteuerung(kontext: Schreibkontext, name: Benennung): XmlComponent {
  return element('w:sdtPr', {}, [
    ...benennung(kontext, name),
    element('w:temporary'),
    element('w:showingPlcHdr'),
  ]);
}

/** A bookmark around inline content; names begin with `gw_`. */
export function mitLesezeichen(
  kontext: Schreibkontext,
  name: string,
  inhalt: readonly XmlComponent[],
): XmlComponent[] {
  const id = kontext.kennung();
  return [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
    ...inhalt,
    element('w:bookmarkEnd', { 'w:id': id }),
  ];
}

function benennung(kontext: Schreibkontext, { tag, alias }: Benennung): XmlComponent[] {
  return [
    element('w:alias', { 'w:val': alias.slice(0, 64) }),
    element('w:tag', { 'w:val': tag }),
    element('w:id', { 'w:val': kontext.kennung() }),
  ];
}

function sperre(): XmlComponent {
  return element('w:lock', { 'w:val': 'sdtContentLocked' });
}
