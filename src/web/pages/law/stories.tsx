import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoryView } from '../../../server/api/client.ts'
import { storiesQuery } from '../../api/library-queries.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { Badge } from '../../parts/badge.tsx'
import { Card } from '../../parts/card.tsx'
import { Field } from '../../parts/field.tsx'
import { Loaded } from '../../parts/state.tsx'
import { useTexts } from '../../texts/texts.tsx'
import { CitedList } from './cited-list.tsx'
import { LibraryPage } from './library-page.tsx'

/** Cases told for what they teach, by problem. */
export function StoriesPage() {
  const { t, lang } = useTexts()
  const query = useQuery(storiesQuery(lang))
  const { data: words } = useQuery(vocabularyQuery(lang))
  const [problem, setProblem] = useState('')
  return (
    <LibraryPage title={t.library.storiesTitle}>
      <p className="my-3 text-soft">{t.library.storiesWhy}</p>
      <Loaded query={query}>
        {({ stories }) => {
          const told = new Set(stories.flatMap(({ problems }) => problems))
          return (
            <>
              <Field label={t.library.byProblem}>
                {(control) => (
                  <select {...control} value={problem} onChange={({ currentTarget: { value } }) => setProblem(value)}>
                    <option value="">{t.act.all}</option>
                    {words?.problems
                      .filter(({ id }) => told.has(id))
                      .map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                  </select>
                )}
              </Field>
              <ul className="grid gap-3">
                {stories
                  .filter(({ problems }) => problem === '' || problems.includes(problem))
                  .map((story) => (
                    <li key={story.id}>
                      <Story story={story} />
                    </li>
                  ))}
              </ul>
            </>
          )
        }}
      </Loaded>
    </LibraryPage>
  )
}

function Story({ story: { kind, title, story, lessons } }: { readonly story: StoryView }) {
  const { t } = useTexts()
  return (
    <Card title={title}>
      <p>
        <Badge tone={kind === 'guide-story' ? 'warn' : 'accent'}>{t.library.kind[kind]}</Badge>
      </p>
      <p className="my-2">{story}</p>
      <h3 className="mt-3 font-semibold">{t.library.lessons}</h3>
      <ul className="list-disc pl-5">
        {lessons.map(({ text, cites }) => (
          <li key={text} className="my-2">
            {text}
            <CitedList cites={cites} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
