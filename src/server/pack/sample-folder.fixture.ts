import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** A fresh folder to work in. */
export function scratch(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'youju-pack-'))
}

/** A case folder of a faulty thing from JD's own shop, with two exhibits; parts of its case file replaced. */
export async function caseFolder(edits: readonly (readonly [from: string, to: string])[] = []): Promise<string> {
  const folder = join(await scratch(), 'case')
  await mkdir(join(folder, 'evidence'), { recursive: true })
  let text = caseYaml
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`the sample has no ${from}`)
    text = text.replaceAll(from, to)
  }
  await writeFile(join(folder, 'case.yaml'), text)
  const picture = sharp({ create: { width: 300, height: 600, channels: 3, background: '#3366cc' } })
  await writeFile(join(folder, 'evidence/order.png'), await picture.png().toBuffer())
  await writeFile(join(folder, 'evidence/chat.png'), 'no picture at all')
  return folder
}

/** Every file of a folder with its bytes, by name. */
export async function contents(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).sort()
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

const caseYaml = `id: sample
order:
  platform: jd
  number: '290000000001'
  shop: { name: 示例自营店, id: '10000001', self-operated: true, company: 北京示例贸易有限公司, address: 北京市大兴区示例路1号 }
  items:
    - { name: 晨星X1智能手机, price: 1299, quantity: 1, category: electronics }
  paid: 1299
  shipping: 0
  placed-at: 2026-11-05 20:05
  paid-at: 2026-11-05 20:06
  signed-at: 2026-11-08 10:21
consumer: { name: 张三, phone: 138-0000-0000, address: 北京市朝阳区示例小区1号楼 }
problem: { words: 屏幕出现绿色条纹并自动关机, types: [quality_defect] }
facts:
  fault.present: true
  fault.found-on: 2026-11-10
  fault.reported-on: 2026-11-10
  fault.user-caused: false
  fault.disclosed-before-buying: false
  return.requested-on: 2026-11-10
contacts:
  - { at: 2026-11-10 14:28, channel: jd-service, words: 屏幕有条纹，要求退货, answered: false, exhibits: [E2] }
evidence:
  - { file: order.png, kind: order-page, title: 订单详情页截图 }
  - { file: chat.png, kind: chat, title: 聊天记录 }
`
