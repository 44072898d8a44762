import type { CorpusStore } from "../store/types.ts";

/** Keeps what was worked out last of some things, each by the thing itself. */
export class Recent<K, V> {
  private readonly most: number;
  private readonly kept = new Map<K, V>();

  /** Takes how many to keep; the oldest go first. */
  constructor(most: number) {
    this.most = most;
  }

  get(key: K): V | undefined {
    return this.kept.get(key);
  }

  set(key: K, value: V): void {
    if (this.kept.size >= this.most) this.kept.delete(this.kept.keys().next().value as K);
    this.kept.set(key, value);
  }
}

/** Takes what to work out of a thing; gives a reader that keeps what it worked out last: for what is asked again and again before the next thing comes. */
export function keptLast<K extends object, T>(make: (of: K) => T): (of: K) => T {
  let last: { readonly of: K; readonly made: T } | null = null;
  return (of) => {
    if (last?.of !== of) last = { of, made: make(of) };
    return last.made;
  };
}

/** Takes what to work out of a store, or to keep beside it; gives a reader that makes it once for each revision of a store. */
export function keptOfStore<T>(make: (store: CorpusStore) => T): (store: CorpusStore) => T {
  const kept = new WeakMap<CorpusStore, { readonly revision: number; readonly made: T }>();
  return (store) => {
    const { revision } = store;
    const known = kept.get(store);
    if (known?.revision === revision) return known.made;
    const made = make(store);
    kept.set(store, { revision, made });
    return made;
  };
}
