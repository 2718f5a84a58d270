/** The names of folders whose files nobody writes by hand, and of those that other tests make and remove while one looks. */
export const NOT_OURS =
  /^(?:\..*|node_modules|dist|test-results|playwright-report|(?:type-check|import-rules)-\w{6})$/;
