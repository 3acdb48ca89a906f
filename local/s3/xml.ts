/** XML as S3 speaks it: a writer for answers, a strict reader for the few small bodies it takes. */
import { SaxesParser } from 'saxes';
import { malformedXml } from './errors.ts';

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** An element's content: text, or elements in order; `undefined` members are left out. */
export type XmlContent = string | number | boolean | readonly XmlElement[];
export type XmlElement = readonly [name: string, content: XmlContent | undefined];

export function xmlDocument(root: string, content: XmlContent, withNamespace = true): string {
  const opening = withNamespace ? `${root} xmlns="${namespace}"` : root;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${opening}>${write(content)}</${root}>`;
}

function write(content: XmlContent): string {
  if (!Array.isArray(content)) return escapeText(String(content));
  return content
    .map(([name, inner]) => (inner === undefined ? '' : `<${name}>${write(inner)}</${name}>`))
    .join('');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A parsed element: its text, and its children by name. */
export interface XmlNode {
  name: string;
  text: string;
  children: XmlNode[];
}

/** Parses `xml` and returns its root, which must be called `root`. No DTD, no entities of its own. */
export function parseXml(xml: string, root: string): XmlNode {
  const top: XmlNode = { name: '', text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser();
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('doctype', () => {
    broken = true;
  });
  parser.on('opentag', ({ name }) => {
    const node: XmlNode = { name, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  const node = top.children[0];
  if (broken || node?.name !== root) throw malformedXml();
  return node;
}

export function child(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((candidate) => candidate.name === name);
}
