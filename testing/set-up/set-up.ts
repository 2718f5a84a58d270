// react-query polls in browsers only, and takes a process without a window for a server.
Object.assign(globalThis, { window: globalThis });
