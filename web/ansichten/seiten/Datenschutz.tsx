import { Seite } from '../../bausteine/Seite.tsx';

export default function Datenschutz() {
  return <Seite titel="Datenschutz">{null}</Seite>;
}
