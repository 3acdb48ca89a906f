import { convertMillimetersToTwip, type IPageSizeAttributes } from 'docx';

const mm = convertMillimetersToTwip;
const a4: Partial<IPageSizeAttributes> = { width: mm(210), height: mm(297) };

/** A4 upright; the text width follows from the margins (see `satzbreite`). */
export const seite = {
  size: a4,
  margin: { top: mm(28), right: mm(20), bottom: mm(25), left: mm(25), header: mm(12), footer: mm(10) },
};
