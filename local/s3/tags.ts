/** Object tags: at most ten, in a header as a query string, in a body as XML. */
import { AwsError } from '../types.ts';
import { malformedXml } from './errors.ts';
import { child, parseXml, type XmlElement } from './xml.ts';

export type Tags = Readonly<Record<string, string>>;

export function parseTagHeader(text: string | undefined): Tags {
  return checked([...new URLSearchParams(text ?? '')]);
}

export function parseTagXml(xml: string): Tags {
  const set = child(parseXml(xml, 'Tagging'), 'TagSet');
  if (!set) throw malformedXml();
  return checked(
    set.children.map((tag) => {
      const key = child(tag, 'Key');
      const value = child(tag, 'Value');
      if (tag.name !== 'Tag' || !key || !value) throw malformedXml();
      return [key.text, value.text];
    }),
  );
}

export function tagSet(tags: Tags): XmlElement[] {
  const set = Object.entries(tags).map(
    ([key, value]): XmlElement => [
      'Tag',
      [
        ['Key', key],
        ['Value', value],
      ],
    ],
  );
  return [['TagSet', set]];
}

function checked(pairs: readonly (readonly [string, string])[]): Tags {
  if (pairs.length > 10) throw new AwsError('BadRequest', 'Object tags cannot be greater than 10', 400);
  const tags = Object.fromEntries(pairs);
  if (Object.keys(tags).length !== pairs.length)
    throw new AwsError('InvalidTag', 'Cannot provide multiple Tags with the same key', 400);
  for (const [key, value] of pairs) {
    if (key.length < 1 || key.length > 128)
      throw new AwsError('InvalidTag', 'The TagKey you have provided is invalid', 400);
    if (value.length > 256)
      throw new AwsError('InvalidTag', 'The TagValue you have provided is invalid', 400);
  }
  return tags;
}
