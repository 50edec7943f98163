/** The published types describe the package's main module only; its generators can be imported one by one. */
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): () => number;
}
