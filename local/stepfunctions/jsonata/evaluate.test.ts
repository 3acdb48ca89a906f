import { describe, expect, it } from 'vitest';
import type { Json } from '../asl/definition.ts';
import { StateFailure } from '../errors/failure.ts';
import { evaluateTemplate } from './evaluate.ts';
import { functionBindings } from './functions.ts';

const bindings = {
  ...functionBindings(Date.UTC(2026, 0, 31, 12), () => 0.25),
  states: { input: { eins: [1], viele: [1, 2], leer: [], text: 'ä' } },
  v: 7,
};
const evaluate = (template: Json) => evaluateTemplate(template, 'Output', bindings);
const expression = (text: string) => evaluate(`{% ${text} %}`);

describe('the functions of Step Functions', () => {
  it.each<[string, Json]>([
    ['$partition([1,2,3,4,5], 2)', [[1, 2], [3, 4], [5]]],
    ['$partition([], 2)', []],
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['$range(3, 1, -1)', [3, 2, 1]],
    ['$range(1, 0, 1)', []],
    ["$hash('abc', 'MD5')", '900150983cd24fb0d6963f7d28e17f72'],
    ["$hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ["$hash('abc')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$random()', 0.25],
    ['$random(42) = $random(42)', true],
    ['$random(42) = $random(43)', false],
    ['$random(1) < 1 and $random(1) >= 0', true],
    [`$parse('{"a":[1,null]}')`, { a: [1, null] }],
    ['$count($string($uuid()))', 1],
    ['$uuid() = $uuid()', false],
  ])('%s', async (text, value) => {
    expect(await expression(text)).toEqual(value);
  });

  it('make version 4 UUIDs', async () => {
    expect(await expression('$uuid()')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe("JSONata's clock is the host's", () => {
  it.each<[string, Json]>([
    ['$now()', '2026-01-31T12:00:00.000Z'],
    ['$millis()', Date.UTC(2026, 0, 31, 12)],
    ["$now('[Y0001]-[M01]-[D01] [H01]:[m01]', '+0100')", '2026-01-31 13:00'],
  ])('%s', async (text, value) => {
    expect(await expression(text)).toBe(value);
  });
});

describe('a template', () => {
  it('keeps literals and fills expressions, at any depth', async () => {
    const template = { a: ['{% $v %}', { b: '{%$states.input.text%}' }], c: null, d: ' {% $v %}', e: 0.1 };
    expect(await evaluate(template)).toEqual({ a: [7, { b: 'ä' }], c: null, d: ' {% $v %}', e: 0.1 });
  });

  it.each<[string, Json]>([
    ['$states.input.eins', [1]],
    ['$states.input.viele', [1, 2]],
    ['$states.input.leer', []],
    ['$states.input.viele[0]', 1],
    ['$states.input.viele[$ > 1]', 2],
    ['[$states.input.viele[$ > 1]]', [2]],
    ['$map($states.input.eins, function($x) { $x })', 1],
    ["{'fehlt': $states.input.nichts}", {}],
    ['null', null],
  ])('tells one from many as JSONata does: %s', async (text, value) => {
    expect(await expression(text)).toEqual(value);
  });

  it.each([
    ['$states.input.nichts', 'returned nothing (undefined)'],
    ['$unbekannt', 'returned nothing (undefined)'],
    ["1 + 'a'", 'T2002'],
    ["$error('so nicht')", 'so nicht'],
    ['$keine()', 'T1006'],
    ['function($x) { $x }', 'unsupported result type'],
    ["{'f': $sum}", 'unsupported result type'],
    ["$parse('{')", 'threw an error'],
    ['$range(1, 5000, 1)', 'at most 1000'],
    ['($f := function() { $f() + 1 }; $f())', 'D1011'],
    ['1 / 0', 'unsupported result type'],
  ])('fails where %s', async (text, cause) => {
    const failing = expression(text);
    await expect(failing).rejects.toThrow(StateFailure);
    await expect(failing).rejects.toMatchObject({
      failure: { error: 'States.QueryEvaluationError', cause: expect.stringContaining(cause) },
    });
  });

  it('cannot change what it sees', async () => {
    await expression('$states.input ~> |$|{"eins": 2}|');
    expect(await expression('$states.input.eins')).toEqual([1]);
  });
});
