import assert from 'node:assert/strict';
import { type Area, arrowHead, type Route, routeBetween } from '../../../src/webview/model/route.ts';

const area = (x: number, y: number): Area => ({ x, y, width: 100, height: 40 });
const text = { width: 60, height: 18 };

function passes({ points }: Route, { x, y, width, height }: Area): boolean {
  return points.some((point) => Math.abs(point.x - x) < width / 2 && Math.abs(point.y - y) < height / 2);
}

describe('the ways of lines in the model', () => {
  it('lead straight from border to border where nothing is in the way', () => {
    const { points, middle } = routeBetween(area(0, 0), area(0, 200), text, []);
    assert.deepEqual(middle, { x: 0, y: 100 });
    assert.ok(Math.abs((points[0]?.y ?? 0) - 20) < 0.01 && Math.abs((points.at(-1)?.y ?? 0) - 180) < 0.01);
    assert.ok(points.every(({ x }) => x === 0));
  });

  it('bow around what is in the way', () => {
    const between = area(0, 100);
    const route = routeBetween(area(0, 0), area(0, 200), text, [between]);
    assert.ok(!passes(route, between));
  });

  it('keep their texts apart', () => {
    const first = routeBetween(area(0, 0), area(0, 200), text, []);
    const second = routeBetween(area(0, 0), area(0, 200), text, [{ ...first.middle, ...text }]);
    assert.ok(
      Math.abs(first.middle.x - second.middle.x) >= 60 || Math.abs(first.middle.y - second.middle.y) >= 18,
    );
  });

  it('go straight where there is no way around', () => {
    const walls = Array.from({ length: 41 }, (_, index) => area((index - 20) * 60, 100));
    assert.ok(routeBetween(area(0, 0), area(0, 200), text, walls).points.every(({ x }) => x === 0));
  });

  it('loop beside an area that leads to itself', () => {
    const at = area(10, 10);
    const route = routeBetween(at, at, text, []);
    assert.ok(!passes(route, at) && route.middle.x > 60);
  });

  it('end in the tip of the arrow', () => {
    const [tip, ...corners] = arrowHead(routeBetween(area(0, 0), area(0, 200), text, []));
    assert.ok(Math.abs((tip?.y ?? 0) - 180) < 0.01);
    for (const { y } of corners) assert.ok(Math.abs(y - 169) < 0.01);
  });
});
