import { createContext, useContext } from 'react';

export const TypeContext = createContext<{
  readonly large: boolean;
  readonly setLarge: (large: boolean) => void;
}>({ large: false, setLarge: () => undefined });

/** 适老版: whether everything is shown large. */
export function useType() {
  return useContext(TypeContext);
}
