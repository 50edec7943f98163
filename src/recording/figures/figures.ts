/** A figure, or figures by name. A figure that does not exist is `null`. */
export type Figures = { readonly [name: string]: number | null | Figures };
