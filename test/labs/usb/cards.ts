export interface CardImage { readonly image: string; readonly partitioned: boolean }
