import { describe, expect, test } from 'vitest';
import { createRouter } from './routes.ts';

const keys = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
  'ANY /pets/dog/1',
  'ANY /api/{proxy+}',
  'GET /api/openapi.json',
  'GET /api/{eins}/fest',
  'GET /api/fest/{zwei}',
];
const find = createRouter(keys.map((routeKey) => ({ routeKey, functionArn: routeKey })));

describe('the most specific route wins', () => {
  // The first five are the example of AWS's page "Working with routes for HTTP APIs".
  test.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', undefined],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['GET', '/', '$default', undefined],
    ['POST', '/pets/dog/1', 'ANY /pets/dog/1', undefined],
    ['DELETE', '/pets/dog/2', 'ANY /{proxy+}', { proxy: 'pets/dog/2' }],
    ['GET', '/api/openapi.json', 'GET /api/openapi.json', undefined],
    ['HEAD', '/api/openapi.json', 'ANY /api/{proxy+}', { proxy: 'openapi.json' }],
    ['GET', '/api/fest/fest', 'GET /api/fest/{zwei}', { zwei: 'fest' }],
    ['GET', '/api/a b/fest', 'GET /api/{eins}/fest', { eins: 'a b' }],
    ['GET', '/api/', 'ANY /{proxy+}', { proxy: 'api/' }],
    ['GET', '/api/openapi.json/', 'ANY /api/{proxy+}', { proxy: 'openapi.json/' }],
  ])('%s %s -> %s', (method, path, key, pathParameters) => {
    const match = find(method, path);
    expect(match?.route.routeKey).toBe(key);
    expect(match?.pathParameters).toEqual(pathParameters);
  });

  test('whatever the order of the list', () => {
    const reversed = createRouter([...keys].reverse().map((routeKey) => ({ routeKey, functionArn: '' })));
    expect(reversed('GET', '/pets/dog/1')?.route.routeKey).toBe('GET /pets/dog/1');
    expect(reversed('GET', '/nirgends')?.route.routeKey).toBe('ANY /{proxy+}');
  });
});

test('nothing matches without $default', () => {
  expect(createRouter([{ routeKey: 'GET /api/x', functionArn: '' }])('POST', '/api/x')).toBeUndefined();
});

test.each(['GET api', 'get /api', '/api', 'GET /{proxy+}/x'])('%s is refused as a key', (routeKey) => {
  expect(() => createRouter([{ routeKey, functionArn: '' }])).toThrow(routeKey);
});
