import {
  type ColumnBuilderCallback,
  type ColumnDataType,
  type Expression,
  type Kysely,
  type Migration,
  sql,
} from 'kysely'

/** How an engine writes the kinds of columns there are. */
type Forms = {
  /** A number given by the database, and what makes it the key. */
  readonly serial: ColumnDataType
  readonly number: ColumnBuilderCallback
  /** Whole numbers up to 2⁵³. */
  readonly whole: ColumnDataType
  /** Texts compared by their characters' numbers. */
  readonly text: ColumnDataType | Expression<unknown>
}

/** Forward only, by name. A migration that has been released is never changed: add the next. */
const migrations = ({ serial, whole, text, number }: Forms): Readonly<Record<string, Migration>> => ({
  '0001-events': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('event')
        .addColumn('seq', serial, number)
        .addColumn('case_id', text, (column) => column.notNull())
        .addColumn('version', whole, (column) => column.notNull())
        .addColumn('type', text, (column) => column.notNull())
        .addColumn('at', text, (column) => column.notNull())
        .addColumn('salt', text)
        .addColumn('payload', text)
        .addColumn('digest', text, (column) => column.notNull())
        .addColumn('previous', text, (column) => column.notNull())
        .addColumn('hash', text, (column) => column.notNull())
        .addUniqueConstraint('event_version', ['case_id', 'version'])
        .execute()
      await db.schema
        .createTable('request')
        .addColumn('key', text, (column) => column.primaryKey().notNull())
        .addColumn('case_id', text, (column) => column.notNull())
        .addColumn('version', whole, (column) => column.notNull())
        .addColumn('digest', text, (column) => column.notNull())
        .execute()
      await db.schema.createIndex('request_case').on('request').column('case_id').execute()
    },
  },
  '0002-projections': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('case_row')
        .addColumn('n', serial, number)
        .addColumn('case_id', text, (column) => column.notNull().unique())
        .addColumn('seq', whole, (column) => column.notNull())
        .addColumn('version', whole, (column) => column.notNull())
        .addColumn('status', text, (column) => column.notNull())
        .addColumn('title', text, (column) => column.notNull())
        .addColumn('shop', text, (column) => column.notNull())
        .addColumn('order_number', text, (column) => column.notNull())
        .addColumn('problems', text, (column) => column.notNull())
        .addColumn('opened_at', text, (column) => column.notNull())
        .addColumn('updated_at', text, (column) => column.notNull())
        .addColumn('fen', whole)
        .addColumn('knowledge', text, (column) => column.notNull())
        .execute()
      await db.schema
        .createTable('case_tally')
        .addColumn('status', text, (column) => column.primaryKey().notNull())
        .addColumn('cases', whole, (column) => column.notNull())
        .execute()
      await db.schema.createIndex('case_row_newest').on('case_row').column('seq').execute()
      await db.schema.createIndex('case_row_status').on('case_row').columns(['status', 'seq']).execute()
      await db.schema
        .createTable('deadline_row')
        .addColumn('case_id', text, (column) => column.notNull())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('who', text, (column) => column.notNull())
        .addColumn('what', text, (column) => column.notNull())
        .addColumn('due', text, (column) => column.notNull())
        .addColumn('standing', text, (column) => column.notNull())
        .addColumn('provisional', whole, (column) => column.notNull())
        .addColumn('live', whole, (column) => column.notNull())
        .addPrimaryKeyConstraint('deadline_row_key', ['case_id', 'id'])
        .execute()
      await db.schema.createIndex('deadline_row_due').on('deadline_row').columns(['live', 'due']).execute()
      await db.schema.createIndex('deadline_row_next').on('deadline_row').columns(['case_id', 'live', 'due']).execute()
      await db.schema
        .createTable('exhibit_row')
        .addColumn('case_id', text, (column) => column.notNull())
        .addColumn('id', text, (column) => column.notNull())
        .addColumn('sha256', text, (column) => column.notNull())
        .addColumn('file', text, (column) => column.notNull())
        .addColumn('kind', text, (column) => column.notNull())
        .addColumn('title', text, (column) => column.notNull())
        .addColumn('bytes', whole, (column) => column.notNull())
        .addPrimaryKeyConstraint('exhibit_row_key', ['case_id', 'id'])
        .execute()
      await db.schema.createIndex('exhibit_row_digest').on('exhibit_row').column('sha256').execute()
    },
  },
})

/** How closed cases ended, what statistics are made of; and the texts that a case is found by, its own and those of exhibits. */
const later = ({ text }: Forms): Readonly<Record<string, Migration>> => ({
  '0004-outcomes': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('outcome_row')
        .addColumn('case_id', text, (column) => column.primaryKey().notNull())
        .addColumn('outcome', text, (column) => column.notNull())
        .execute()
    },
  },
  '0005-texts': {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('search_text')
        .addColumn('case_id', text, (column) => column.notNull())
        .addColumn('source', text, (column) => column.notNull())
        .addColumn('text', text, (column) => column.notNull())
        .addPrimaryKeyConstraint('search_text_key', ['case_id', 'source'])
        .execute()
    },
  },
})

const sqliteForms: Forms = {
  serial: 'integer',
  number: (column) => column.primaryKey().autoIncrement(),
  whole: 'integer',
  text: 'text',
}

const postgresForms: Forms = {
  serial: 'bigserial',
  number: (column) => column.primaryKey(),
  whole: 'bigint',
  text: sql`text collate "C"`,
}

/** The search index of SQLite: which case holds which word, and nothing else: neither texts nor places in them. */
export const sqliteMigrations: Readonly<Record<string, Migration>> = {
  ...migrations(sqliteForms),
  '0003-search': {
    async up(db: Kysely<unknown>) {
      await sql`create virtual table search using fts5(words, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0')`.execute(
        db,
      )
    },
  },
  ...later(sqliteForms),
}

/** The search index of PostgreSQL: the same words, as lexemes without places. */
export const postgresMigrations: Readonly<Record<string, Migration>> = {
  ...migrations(postgresForms),
  '0003-search': {
    async up(db: Kysely<unknown>) {
      await sql`create table search (n bigint primary key, words tsvector not null)`.execute(db)
      await sql`create index search_words on search using gin (words)`.execute(db)
    },
  },
  ...later(postgresForms),
}
