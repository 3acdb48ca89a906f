/** Icons of KERN, and our own where it has none. */
export type Zeichenname =
  | 'add'
  | 'arrow-back'
  | 'arrow-down'
  | 'arrow-forward'
  | 'arrow-up'
  | 'autorenew'
  | 'calendar-today'
  | 'check'
  | 'checklist'
  | 'close'
  | 'danger'
  | 'delete'
  | 'download'
  | 'draft'
  | 'edit'
  | 'help'
  | 'home'
  | 'info'
  | 'mail'
  | 'more-vert'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'visibility'
  | 'visibility-off'
  | 'warning'
  | 'drive-folder-upload'
  | 'history'
  | 'lock'
  | 'offline'
  | 'ziehen'
  | 'uhr';

const eigene = new Set<Zeichenname>(['history', 'lock', 'offline', 'ziehen', 'uhr']);

/** Decoration beside a text; on its own only with a name for it in the text. */
export function Zeichen({ name }: { readonly name: Zeichenname }) {
  const klasse = eigene.has(name) ? `gw-symbol gw-symbol--${name}` : `kern-icon--${name}`;
  return <span class={`kern-icon ${klasse}`} aria-hidden="true" />;
}
