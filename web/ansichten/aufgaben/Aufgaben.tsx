import { Seite } from '../../bausteine/Seite.tsx';

export default function Aufgaben() {
  return <Seite titel="Aufgaben">{null}</Seite>;
}
