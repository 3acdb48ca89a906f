import { Seite } from '../../bausteine/Seite.tsx';

export default function Suche() {
  return <Seite titel="Suche">{null}</Seite>;
}
