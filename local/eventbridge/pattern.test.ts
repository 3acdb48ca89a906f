import { describe, expect, it } from 'vitest';
import { matches, readPattern } from './pattern.ts';

const event = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::entwuerfe', 'arn:aws:s3:::zweiter'],
  detail: { bucket: { name: 'entwuerfe' }, object: { key: 'upload/a.docx', size: 5 }, leer: null },
};

describe('a pattern', () => {
  const cases: [string, unknown, boolean][] = [
    ['1 equal', { source: ['aws.s3'] }, true],
    ['2 one of', { source: ['aws.ec2', 'aws.s3'] }, true],
    ['3 none of', { source: ['aws.ec2'] }, false],
    ['4 nested', { detail: { bucket: { name: ['entwuerfe'] } } }, true],
    ['5 every field must match', { source: ['aws.s3'], detail: { bucket: { name: ['x'] } } }, false],
    ['6 prefix', { detail: { object: { key: [{ prefix: 'upload/' }] } } }, true],
    ['7 other prefix', { detail: { object: { key: [{ prefix: 'modell/' }] } } }, false],
    ['8 suffix', { detail: { object: { key: [{ suffix: '.docx' }] } } }, true],
    ['9 number', { detail: { object: { size: [5] } } }, true],
    ['10 a number is not its text', { detail: { object: { size: ['5'] } } }, false],
    ['11 null', { detail: { leer: [null] } }, true],
    ['12 any element of a list', { resources: ['arn:aws:s3:::zweiter'] }, true],
    ['13 exists', { detail: { object: { key: [{ exists: true }] } } }, true],
    ['14 exists not', { detail: { object: { etag: [{ exists: false }] } } }, true],
    ['15 exists not below a missing object', { fehlt: { ganz: [{ exists: false }] } }, true],
    ['16 anything but', { detail: { object: { key: [{ 'anything-but': ['b'] }] } } }, true],
    ['17 anything but this', { source: [{ 'anything-but': 'aws.s3' }] }, false],
    ['18 anything but a prefix', { source: [{ 'anything-but': { prefix: 'aws.' } }] }, false],
    ['19 anything but needs the field', { fehlt: [{ 'anything-but': 'x' }] }, false],
    ['20 ignoring case', { source: [{ 'equals-ignore-case': 'AWS.S3' }] }, true],
    ['21 value or operator', { source: ['x', { prefix: 'aws' }] }, true],
    ['22 missing field', { fehlt: ['x'] }, false],
  ];
  it.each(cases)('%s', (_name, pattern, expected) => {
    expect(matches(readPattern(pattern), event)).toBe(expected);
  });
});

it.each([
  ['numeric', { size: [{ numeric: ['>', 5] }] }],
  ['cidr', { ip: [{ cidr: '10.0.0.0/8' }] }],
  ['wildcard', { key: [{ wildcard: '*.docx' }] }],
  ['$or', { $or: [{ a: [1] }] }],
])('%s is refused by name', (operator, pattern) => {
  expect(() => readPattern(pattern)).toThrow(`operator ${operator} is not run`);
});

it('refuses a value outside a list', () => {
  expect(() => readPattern({ source: 'aws.s3' })).toThrow('source: a pattern');
});
