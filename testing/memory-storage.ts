/** For tests: a browser's storage. @param stored what it keeps; nothing unless told otherwise */
export function memoryStorage(stored = new Map<string, string>()): Storage {
  return {
    get length() {
      return stored.size;
    },
    key: (index) => [...stored.keys()][index] ?? null,
    getItem: (key) => stored.get(key) ?? null,
    setItem: (key, text) => void stored.set(key, text),
    removeItem: (key) => void stored.delete(key),
    clear: () => stored.clear(),
  };
}
