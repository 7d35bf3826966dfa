import { deepEqual, throws } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read, walk } from './bicep.mjs';

const only = text => read('x.bicep', text).resources[0];

describe('reading of Bicep', () => {
  it('nested resources carry their parents\' type and version', () =>
    deepEqual(read('x', "resource a 'A/b@1' = {\n  name: 'x'\n\n  resource c 'c' = {\n    name: 'y'\n  }\n}\n").resources.map(r => [r.type, r.version]), [['A/b', '1'], ['A/b/c', '1']]));
  it('a sibling after a nested resource is nested in the same parent', () =>
    deepEqual(read('x', "resource a 'A/b@1' = {\n  resource c 'c' = {\n    resource d 'd' = { name: 'z' }\n  }\n  resource e 'e' = { name: 'y' }\n}\n").resources.map(r => r.type), ['A/b', 'A/b/c', 'A/b/c/d', 'A/b/e']));
  it('conditions and loops are kept as they stand', () => {
    deepEqual(only("resource a 'A/b@1' = if (x == 'y') {\n  name: 'n'\n}\n").condition, "(x == 'y')");
    deepEqual(only("resource a 'A/b@1' = [\n  for x in xs: if (x > 1) {\n    name: x\n  }\n]\n"), { ...only("resource a 'A/b@1' = [\n  for x in xs: if (x > 1) {\n    name: x\n  }\n]\n"), loop: 'for x in xs', condition: '(x > 1)' });
  });
  it('an expression over several lines stays one', () =>
    deepEqual(only("resource a 'A/b@1' = {\n  name: x\n    ? 'one'\n    : 'two' // why\n  other: 2\n}\n").body, { name: "x\n    ? 'one'\n    : 'two' // why", other: 2 }));
  it('strings may hold brackets, quotes and expressions', () =>
    deepEqual(only("resource a 'A/b@1' = {\n  name: 'it\\'s [{(${f('}')})}]'\n}\n").body.name, "it's [{(${f('}')})}]"));
  it('values are what they are: truth, numbers, nothing, lists with or without commas', () =>
    deepEqual(only("resource a 'A/b@1' = {\n  a: true\n  b: -3\n  c: null\n  d: [1, 2]\n  e: [\n    'x'\n    'y'\n  ]\n}\n").body, { a: true, b: -3, c: null, d: [1, 2], e: ['x', 'y'] }));
  it('decorators belong to what follows them', () =>
    deepEqual(read('x', "@description('Required. A.')\n@secure()\nparam a string?\n@description('B.')\noutput b string = 'c'\n").params[0], { name: 'a', type: 'string?', standard: undefined, decorators: ["description('Required. A.')", 'secure()'] }));
  it('a bracket without end is a fault, with its place', () => throws(() => read('x.bicep', "\nparam a object = {\n  b: f(\n"), /x\.bicep:/));
  it('walks everything', () => deepEqual([...walk({ a: [{ b: 1 }] })].at(-1), [['a', '0', 'b'], 1]));
});
