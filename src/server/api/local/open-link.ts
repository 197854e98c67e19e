import { OpenAPIHono } from '@hono/zod-openapi'
import { html } from 'hono/html'
import type { ApiEnv, ApiWorld } from '../api-world.ts'
import { letIn } from './guard.ts'

/** The link printed at start, good for one browser: it trades its token for the cookie and leads to the app. */
export function openLink({ sessions }: Pick<ApiWorld, 'sessions'>) {
  return new OpenAPIHono<ApiEnv>().get('/open', (c) => {
    // A preview that only asks for the head does not use the link up.
    if (c.req.method === 'HEAD') return c.body(null, 204)
    const cookie = sessions.take(c.req.query('token') ?? '')
    c.header('cache-control', 'no-store')
    if (cookie === undefined) return c.html(usedUp, 403)
    letIn(c, cookie)
    return c.redirect('/', 303)
  })
}

const usedUp = html`<!doctype html>
<html lang="zh-CN">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>链接已用过 · 有据</title>
  <h1>这个链接已经用过或已过期</h1>
  <p>用它打开过的那个浏览器可以直接进入：<a href="/">打开有据</a>。</p>
  <p>换一个浏览器或手机，请关掉程序再启动一次，用新显示的链接。</p>
  <p lang="en">This link was used or has run out. The browser that opened it is let in: <a href="/">open Youju</a>.
  For another browser, stop the program and start it again for a new link.</p>
</html>`
