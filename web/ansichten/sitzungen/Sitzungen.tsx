import { Seite } from '../../bausteine/Seite.tsx';

export default function Sitzungen() {
  return <Seite titel="Sitzungen">{null}</Seite>;
}
