/** Tells screen readers what happened, without moving the focus. */
export function announce(message: string): void {
  const status = document.getElementById('_status');
  if (!status) return;
  status.textContent = message;
  setTimeout(() => {
    status.textContent = '';
  }, 2000);
}
