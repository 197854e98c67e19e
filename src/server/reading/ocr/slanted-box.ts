/** A rectangle that may lean: its middle, its sides, and the angle (radians, clockwise) of `width` against the horizontal. */
export type SlantedBox = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly angle: number
}

export type Point = readonly [x: number, y: number]

/** The smallest rectangle around points, its width lying within 45 degrees of the horizontal. */
export function smallestBox(points: readonly Point[]): SlantedBox | undefined {
  const hull = convexHull(points)
  const [first] = hull
  if (first === undefined) return undefined
  let best: SlantedBox | undefined
  for (const [index, [x, y]] of hull.entries()) {
    const [toX, toY] = hull[(index + 1) % hull.length] ?? first
    if (toX === x && toY === y) continue
    const box = boxAlong(hull, Math.atan2(toY - y, toX - x))
    if (best === undefined || box.width * box.height < best.width * best.height) best = box
  }
  return upright(best ?? { x: first[0], y: first[1], width: 0, height: 0, angle: 0 })
}

export function cornersOf({ x, y, width, height, angle }: SlantedBox): readonly Point[] {
  const [cos, sin] = [Math.cos(angle) / 2, Math.sin(angle) / 2]
  const [ax, ay, bx, by] = [width * cos, width * sin, -height * sin, height * cos]
  return [
    [x - ax - bx, y - ay - by],
    [x + ax - bx, y + ay - by],
    [x + ax + bx, y + ay + by],
    [x - ax + bx, y - ay + by],
  ]
}

function boxAlong(points: readonly Point[], angle: number): SlantedBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const [x, y] of points) {
    const along = x * cos + y * sin
    const across = y * cos - x * sin
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2]
  return {
    x: along * cos - across * sin,
    y: along * sin + across * cos,
    width: right - left,
    height: bottom - top,
    angle,
  }
}

function upright(box: SlantedBox): SlantedBox {
  const quarter = Math.PI / 2
  const turns = Math.round(box.angle / quarter)
  const angle = box.angle - turns * quarter
  return turns % 2 === 0 ? { ...box, angle } : { ...box, width: box.height, height: box.width, angle }
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  if (sorted.length < 3) return sorted
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop()
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

function turn(from: Point | undefined, over: Point | undefined, to: Point): number {
  if (from === undefined || over === undefined) return 1
  return (over[0] - from[0]) * (to[1] - from[1]) - (over[1] - from[1]) * (to[0] - from[0])
}
