import { epochMs, formatShanghai } from '../../values/instant.ts'
import { type CheckFinding, nothingToMend } from './check-finding.ts'

/** When a page was saved, and how that is known. `assumed`: the zone of the time is not told by the file. */
export type SavedAt = { readonly at: string; readonly from: string; readonly assumed?: boolean }

const HOURS_MS = 15 * 3_600_000

/** Whether a page was saved before the order was placed; one saved later shows only what it shows now, and is marked so. */
export function pageTiming(saved: SavedAt | undefined, orderAt: string | undefined): CheckFinding {
  if (saved === undefined)
    return {
      status: 'weak',
      why: { zh: '文件没有说明是什么时候保存的', en: 'the file does not tell when it was saved' },
      how: {
        zh: '写明是哪一天保存的；有原始截图（带拍摄时间）就换成原始截图',
        en: 'say when it was saved; use the original picture, which tells its time, if there is one',
      },
    }
  const when = formatShanghai(saved.at)
  if (orderAt === undefined)
    return {
      status: 'weak',
      why: { zh: `保存于 ${when}，还不知道下单时间`, en: `saved ${when}; when the order was placed is not known` },
      how: { zh: '补上订单的下单时间', en: 'add when the order was placed' },
    }
  const before = epochMs(orderAt) - epochMs(saved.at)
  if (before < 0)
    return {
      status: 'weak',
      why: {
        zh: `下单以后才保存（${when}，下单 ${formatShanghai(orderAt)}）：只能说明那时页面的样子`,
        en: `saved after the order (${when}, ordered ${formatShanghai(orderAt)}): it shows the page as it was then`,
      },
      how: {
        zh: '标明“事后保存”；订单里的交易快照、下单前的聊天和截图更有力',
        en: 'mark it as saved later; the snapshot kept with the order, or chats and pictures from before, weigh more',
      },
    }
  if (saved.assumed === true && before < HOURS_MS)
    return {
      status: 'weak',
      why: {
        zh: `像是下单前保存（${when}），但文件没有写时区`,
        en: `it looks saved before the order (${when}), but the file does not tell its time zone`,
      },
      how: { zh: '用手机相册的详情核对拍摄时间', en: 'compare with the details your phone shows' },
    }
  return {
    status: 'have',
    why: {
      zh: `下单前保存（${when}，下单 ${formatShanghai(orderAt)}）`,
      en: `saved before the order (${when}, ordered ${formatShanghai(orderAt)})`,
    },
    how: nothingToMend,
  }
}
