/**
 * Moves the focus from a button in a list's item to the same button of the next item, or the one before, since
 * its own item is about to go: a reader with a keyboard would be thrown back to the page's beginning.
 */
export function focusNeighbour(button: Element): void {
  const item = button.closest("li");
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const target = neighbour?.querySelector("button");
  if (target) target.focus();
  else focusMain();
}

/** Moves the focus to the page's content. */
export function focusMain(): void {
  document.getElementById("main")?.focus();
}
