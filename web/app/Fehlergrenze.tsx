import { Component, type ComponentChildren } from 'preact';
import { Knopf } from '../bausteine/Knopf.tsx';
import { Meldung } from '../bausteine/Meldung.tsx';
import { Seite } from '../bausteine/Seite.tsx';

interface Angaben {
  readonly children: ComponentChildren;
  readonly pfad: string;
}

/** A fault in one screen leaves the frame standing and says so; another screen, or another try, begins anew. */
export class Fehlergrenze extends Component<Angaben, { readonly fehler: unknown }> {
  override state = { fehler: null };

  override componentDidCatch(fehler: unknown): void {
    console.error(fehler);
    this.setState({ fehler });
  }

  override componentDidUpdate(vorher: Angaben): void {
    if (this.state.fehler !== null && vorher.pfad !== this.props.pfad) this.setState({ fehler: null });
  }

  override render({ children }: Angaben) {
    if (this.state.fehler === null) return children;
    return (
      <Seite titel="Diese Ansicht ist fehlerhaft">
        <Meldung art="danger" titel="Da ist etwas schiefgegangen">
          <p>Was gespeichert war, ist nicht verloren. Bitte versuchen Sie es noch einmal.</p>
          <div class="gw-knoepfe">
            <Knopf art="secondary" onClick={() => this.setState({ fehler: null })}>
              Noch einmal versuchen
            </Knopf>
            <Knopf art="tertiary" onClick={() => location.reload()}>
              Seite neu laden
            </Knopf>
          </div>
        </Meldung>
      </Seite>
    );
  }
}
