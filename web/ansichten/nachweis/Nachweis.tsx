import { Seite } from '../../bausteine/Seite.tsx';

export default function Nachweis() {
  return <Seite titel="Nachweis">{null}</Seite>;
}
