import { Seite } from '../../bausteine/Seite.tsx';

export default function Personen() {
  return <Seite titel="Personen">{null}</Seite>;
}
