import { billAlipay, billWechat, invoice, productPage, ticket12315 } from './bills.ts'
import { chatLong, chatOfFriends, chatOfShop } from './chats.ts'
import { logistics } from './deliveries.ts'
import { deskPage } from './desk.ts'
import type { Layout } from './drawing.ts'
import { courierLabel } from './goods.ts'
import {
  afterSales,
  orderCroppedBottom,
  orderCroppedTop,
  orderDetailA,
  orderDetailB,
  orderListCard,
  refundProgress,
} from './orders.ts'
import { orderMail, pastedChat, savedPage } from './saved.ts'

export const layouts: readonly Layout[] = [
  { name: 'order-a', draw: orderDetailA },
  { name: 'order-b', draw: orderDetailB },
  { name: 'order-list', draw: orderListCard },
  { name: 'order-cropped-top', draw: orderCroppedTop },
  { name: 'order-cropped-bottom', draw: orderCroppedBottom },
  { name: 'order-big-letters', draw: orderDetailA, look: { letters: 1.45 } },
  { name: 'order-desk', draw: deskPage },
  { name: 'logistics', draw: logistics },
  { name: 'chat-shop', draw: chatOfShop },
  { name: 'chat-friends', draw: chatOfFriends },
  { name: 'chat-long', draw: chatLong },
  { name: 'refund', draw: refundProgress },
  { name: 'after-sales', draw: afterSales },
  { name: 'bill-wechat', draw: billWechat },
  { name: 'bill-alipay', draw: billAlipay },
  { name: 'invoice', draw: invoice },
  { name: 'ticket', draw: ticket12315 },
  { name: 'product', draw: productPage },
  { name: 'saved-page', draw: savedPage },
  { name: 'mail', draw: orderMail },
  { name: 'pasted-chat', draw: pastedChat },
  { name: 'label', draw: courierLabel, camera: 'goods' },
  { name: 'label-blurred', draw: courierLabel, camera: 'goods-blurred', hard: true },
  { name: 'label-small', draw: courierLabel, camera: 'goods-small', hard: true },
  { name: 'order-a-angle', draw: orderDetailA, camera: 'angle', hard: true },
  { name: 'order-b-angle', draw: orderDetailB, camera: 'angle', hard: true },
  { name: 'chat-angle', draw: chatOfFriends, camera: 'angle', hard: true },
  { name: 'order-turned', draw: orderDetailB, camera: 'turned', hard: true },
  { name: 'order-turned-exif', draw: orderDetailA, camera: 'turned-exif' },
  { name: 'logistics-upside-down', draw: logistics, camera: 'upside-down', hard: true },
  { name: 'order-faint', draw: orderDetailA, camera: 'faint', hard: true },
]
