/**
 * Shows a desktop notification; a click on it brings the page to the front.
 *
 * @returns `false` where the browser has none for a page: on Android they are for apps with a service worker, and the
 *   constructor throws whatever was granted
 * @see https://developer.mozilla.org/en-US/docs/Web/API/Notification/Notification
 */
export function notify(title: string, options: NotificationOptions): boolean {
  try {
    new Notification(title, options).addEventListener("click", () => window.focus());
    return true;
  } catch {
    return false;
  }
}
