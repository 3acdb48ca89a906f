import { Seite } from '../../bausteine/Seite.tsx';

export default function Lizenzen() {
  return <Seite titel="Lizenzen">{null}</Seite>;
}
