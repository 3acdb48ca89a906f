import { Seite } from '../../bausteine/Seite.tsx';

export default function Barrierefreiheit() {
  return <Seite titel="Barrierefreiheit">{null}</Seite>;
}
