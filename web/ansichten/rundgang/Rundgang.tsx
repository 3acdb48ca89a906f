import { Seite } from '../../bausteine/Seite.tsx';

export default function Rundgang() {
  return <Seite titel="Rundgang">{null}</Seite>;
}
