import { getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { refused } from '../answer/problem.ts'
import type { ApiEnv, ApiWorld } from '../api-world.ts'

/**
 * Only this server's own pages may speak to it. The Host must be one of its own (a foreign name that points here is DNS
 * rebinding); what another origin's page sends or embeds is refused, also from another port of this machine, to which
 * the browser would send the cookie.
 */
export function guard({ hosts }: Pick<ApiWorld, 'hosts'>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!hosts().has(host)) throw refused('host-off', hostOff)
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const navigates = c.req.method === 'GET' && c.req.header('sec-fetch-mode') === 'navigate'
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates
    if (foreign || (origin !== undefined && origin !== `http://${host}`)) throw refused('origin-off', originOff)
    await next()
  })
}

/** Lets in who holds the cookie. */
export function needsSession({ sessions }: Pick<ApiWorld, 'sessions'>) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    if (!sessions.holds(getCookie(c, cookieName(c.req.header('host'))))) throw refused('no-session', noSession)
    await next()
  })
}

export function letIn(c: Parameters<typeof setCookie>[0], value: string): void {
  setCookie(c, cookieName(c.req.header('host')), value, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: 400 * 86_400,
  })
}

/** Cookies do not tell ports apart: the name does, so that two servers on one machine keep out of each other's way. */
function cookieName(host = ''): string {
  return `youju_${/:(\d+)$/.exec(host)?.[1] ?? '80'}`
}

const hostOff = {
  zh: '请用启动时显示的地址打开',
  en: 'open the address that was shown at start',
}
const originOff = {
  zh: '这个请求来自别的网页，没有执行',
  en: 'this request comes from another web page and was not carried out',
}
const noSession = {
  zh: '请用启动时显示的链接打开；链接只能用一次，用过的请关掉程序再启动一次，换一个新链接',
  en: 'open the link that was shown at start; it works once: for a new one stop the program and start it again',
}
