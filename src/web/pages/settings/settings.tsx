import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/queries.ts'
import { buttonLook } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { Choices } from '../../parts/choices.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { Calendar } from './calendar.tsx'
import { Doctor } from './doctor.tsx'
import { Erase } from './erase.tsx'
import { Phone } from './phone.tsx'
import { Restore } from './restore.tsx'

/** The casebook as a whole: language, backup, restore, a look through everything, a phone, erasure. */
export function SettingsPage() {
  const { t, lang, setLang } = useTexts()
  const session = useQuery(sessionQuery).data
  return (
    <Page title={t.app.settings}>
      <div className="grid gap-4">
        <Card>
          <Choices
            legend={t.settings.lang}
            choices={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            value={lang}
            onValue={setLang}
          />
          <p className="text-soft text-sm">{t.settings.langWhy}</p>
        </Card>
        <Card title={t.settings.calendar.title}>
          <Calendar />
        </Card>
        <Card title={t.settings.backup}>
          <p>{t.settings.backupWhy}</p>
          <a href="/api/backup" download className={`${buttonLook('primary')} my-3`}>
            {t.settings.backupGet}
          </a>
          <Restore />
        </Card>
        <Card title={t.settings.doctor}>
          <Doctor />
        </Card>
        <Card title={t.settings.phone}>
          <Phone on={session?.phone ?? false} />
        </Card>
        <Card title={t.settings.erase} className="border-bad">
          <Erase />
        </Card>
        <p className="text-soft text-sm">
          {t.settings.folder}
          {session?.folder}
          <br />
          {t.settings.knowledge}
          {session?.knowledge.slice(0, 12)}
        </p>
      </div>
    </Page>
  )
}
