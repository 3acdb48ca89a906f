import { tag as tagText } from '../format/datum.ts';
import { fristInWorten } from '../format/frist.ts';
import { Zeichen } from './Zeichen.tsx';

/** A deadline in words, as date, and with an icon; late is not told by colour alone. */
export function Frist({ tag }: { readonly tag: string }) {
  const { worte, ton } = fristInWorten(tag);
  return (
    <span class={`gw-frist gw-frist--${ton}`}>
      <Zeichen name={ton === 'danger' ? 'danger' : ton === 'warning' ? 'warning' : 'uhr'} />
      <span>
        {worte} <span class="gw-leise">({tagText(tag)})</span>
      </span>
    </span>
  );
}
