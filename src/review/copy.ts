/** Let each button copy the text it belongs to; without this script the buttons stay hidden. */
function offer(button: HTMLButtonElement): void {
  const area = document.getElementById(button.dataset.copies ?? "");
  const said = button.nextElementSibling;
  if (!(area instanceof HTMLTextAreaElement) || !said) return;
  button.hidden = false;
  button.onclick = () => {
    area.select();
    said.textContent = document.execCommand("copy") ? "已复制。" : "没有复制成，请按 Ctrl+C。";
  };
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) offer(button);
