/** A value a fact can hold. Dates are `LocalDate` strings, instants RFC 3339, money whole fen. */
export type FactScalar = boolean | number | string
