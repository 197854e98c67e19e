/** What a shopper might paste; every name and number is invented. */
export const story = `手表用了三天就不走了，客服让我自己寄回去检测，让等了三次。
订单号：290000000012
店铺：示例数码专营店
商品：示例牌手表
实付款：¥1,299.00
下单时间：2026-11-10 20:15:33
11月13日签收`
