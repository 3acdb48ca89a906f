import { Seite } from '../../bausteine/Seite.tsx';
import { Angehaltene } from './Angehaltene.tsx';
import { Ausgang } from './Ausgang.tsx';
import { Betriebsmenue } from './Betriebsmenue.tsx';

/** What needs a hand: halted ways, and outgoing work that failed. */
export default function Betrieb() {
  return (
    <Seite titel="Systembetreuung: Störungen">
      <Betriebsmenue hier="/betrieb" />
      <Angehaltene />
      <Ausgang />
    </Seite>
  );
}
