import { expect, it } from 'vitest'
import { fileNameDate } from './file-name-date.ts'

it.each([
  ['Screenshot_20260305-142809.png', '2026-03-05T14:28:09+08:00'],
  ['Screenshot_2026-03-05-14-28-09-123_com.example.app.jpg', '2026-03-05T14:28:09+08:00'],
  ['微信图片_20260305142809.jpg', '2026-03-05T14:28:09+08:00'],
  ['屏幕截图 2026-03-05 142809.png', '2026-03-05T14:28:09+08:00'],
  ['Screenshot 2026-03-05 at 14.28.09.png', '2026-03-05T14:28:09+08:00'],
  ['mmexport1772692089000.jpg', '2026-03-05T06:28:09.000Z'],
])('%s was taken at %s', (name, at) => {
  expect(fileNameDate(name)).toMatchObject({ at, from: 'file-name' })
})

it.each(['订单300000000011.png', 'IMG_0042.JPG', '20261305-142809.png', '20260305.png'])(
  '%s tells no moment',
  (name) => {
    expect(fileNameDate(name)).toBeUndefined()
  },
)
