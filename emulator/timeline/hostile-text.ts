/** Text that tries to be more than text: markup, right-to-left overrides, control and invisible characters. */
export const hostileText =
  '<img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}}${7*7} \u202Egnp.exe\u202C \u2066isolated\u2069 zero\u200Bwidth\uFEFF bell\u0007 null\u0000 escape\u001B[31mred\u001B[0m \u0085 lone \uD800 surrogate __proto__ javascript:alert(3)';

/** A hundred kilobytes without a single place to break a line. */
export const hugeText = "huge".repeat(25_600);
