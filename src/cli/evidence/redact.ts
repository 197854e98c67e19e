import type { Box } from '../../core/reading/page.ts'
import { done, type Outcome, refuse } from '../../core/values/refusal.ts'
import { say } from '../../core/values/text.ts'
import { casebookOptions, withCasebook } from '../casebook/with-casebook.ts'
import type { Command } from '../command.ts'
import { endingOf } from '../exit-code.ts'

export const redactCommand: Command = {
  name: 'redact',
  summary: {
    zh: '做一份遮住电话、姓名、地址、单号的副本',
    en: 'Make a copy with phones, names, addresses and numbers covered',
  },
  usage: {
    zh: `ITEM 是案件里的一件图片证据。原件不动；副本另列一件证据，写明出自哪件，拍摄地点等信息都不带。
不写 --boxes 就遮住认出的电话、姓名、地址、订单号、运单号；公开之前请再看一遍，认不出的要自己加。
--boxes 写明要遮的方框：左,上,宽,高（像素，以摆正的原图左上角为准），几个方框用分号隔开。
例：youju redact 20261120-k3f9q E3
    youju redact 20261120-k3f9q E3 --boxes "60,200,300,40;60,260,500,40"`,
    en: `ITEM is a picture among the exhibits of the case. The original stays; the copy is an exhibit of its own that names it,
without place, time or camera. Without --boxes what was recognised as phone, name, address, order or waybill number is
covered: look at the copy before you publish it, and add what was not recognised.
--boxes: left,top,width,height in pixels of the upright picture, several parted by semicolons.
Example: youju redact 20261120-k3f9q E3 --boxes "60,200,300,40;60,260,500,40"`,
  },
  operands: ['CASE', 'ITEM'],
  options: {
    boxes: { takes: 'X,Y,W,H;…', summary: { zh: '要遮的方框', en: 'what to cover' } },
    ...casebookOptions,
  },
  run: (context) =>
    withCasebook(context, async (book) => {
      const { operands, options, json, lang, print, report } = context
      const [caseId = '', exhibit = ''] = operands
      const boxes = boxesIn(options.boxes)
      if (!boxes.ok) {
        report(boxes.refusal.text)
        return 'misused'
      }
      const [{ redactExhibit }, { openReader }] = await Promise.all([
        import('../../server/casebook/readings/redact-exhibit.ts'),
        import('../../server/reading/reader.ts'),
      ])
      const reader = openReader()
      try {
        const asked = { caseId, exhibit, ...(boxes.value === undefined ? {} : { boxes: boxes.value }) }
        const made = await redactExhibit(book, reader, asked)
        if (!made.ok) {
          report(made.refusal.text)
          return endingOf(made.refusal)
        }
        const { exhibit: copy, covered } = made.value
        const words = {
          zh: `${copy} 是 ${exhibit} 的遮挡副本，遮住 ${covered} 处；公开之前请再看一遍`,
          en: `${copy} is a copy of ${exhibit} with ${covered} places covered; look at it before you publish it`,
        }
        await print(
          json
            ? `${JSON.stringify({ case: caseId, exhibit: copy, redacts: exhibit, covered })}\n`
            : `${say(words, lang)}\n`,
        )
        return 'holds'
      } finally {
        await reader.close()
      }
    }),
}

function boxesIn(written: string | undefined): Outcome<readonly Box[] | undefined> {
  if (written === undefined) return done(undefined)
  const boxes: Box[] = []
  for (const part of written.split(/[;；]/).filter((one) => one.trim() !== '')) {
    const [x, y, width, height, more] = part.split(/[,，]/).map((side) => Number(side.trim()))
    const isBox = [x, y, width, height].every((side) => Number.isInteger(side)) && more === undefined
    if (
      !isBox ||
      x === undefined ||
      y === undefined ||
      width === undefined ||
      height === undefined ||
      width < 1 ||
      height < 1
    )
      return refuse('box-off', {
        zh: `“${part}”不是方框；请写 左,上,宽,高 四个整数，例如 60,200,300,40`,
        en: `"${part}" is no box; write left,top,width,height as whole numbers, such as 60,200,300,40`,
      })
    boxes.push({ x, y, width, height })
  }
  return done(boxes)
}
