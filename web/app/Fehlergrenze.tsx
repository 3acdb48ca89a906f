import { Component, type ComponentChildren } from 'preact';
import { Meldung } from '../bausteine/Meldung.tsx';
import { Seite } from '../bausteine/Seite.tsx';

/** A fault in one screen leaves the frame standing and says so. */
export class Fehlergrenze extends Component<
  { readonly children: ComponentChildren; readonly pfad: string },
  { readonly fehler: unknown; readonly pfad: string | null }
> {
  override state = { fehler: null, pfad: null };

  override componentDidCatch(fehler: unknown): void {
    console.error(fehler);
    this.setState({ fehler, pfad: this.props.pfad });
  }

  override render({ children, pfad }: { children: ComponentChildren; pfad: string }) {
    if (this.state.fehler === null || this.state.pfad !== pfad) return children;
    return (
      <Seite titel="Diese Ansicht ist fehlerhaft">
        <Meldung art="danger" titel="Da ist etwas schiefgegangen">
          <p>Was gespeichert war, ist nicht verloren. Bitte laden Sie die Seite neu.</p>
          <p>
            <button type="button" class="kern-btn kern-btn--secondary" onClick={() => location.reload()}>
              <span class="kern-label">Seite neu laden</span>
            </button>
          </p>
        </Meldung>
      </Seite>
    );
  }
}
