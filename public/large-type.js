// Large type: one click, kept where the browser keeps anything. Without this script the button stays hidden.
(() => {
  const key = "large-type";
  const button = document.querySelector(".large");
  const usual = document.querySelector("style");
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.media = "screen"; // print stays as it is
  link.href = document.currentScript.src.replace(/js$/, "css");

  const recall = () => {
    try {
      return localStorage.getItem(key) === "on";
    } catch {
      return false;
    }
  };
  const keep = (isLarge) => {
    try {
      localStorage.setItem(key, isLarge ? "on" : "off");
    } catch {
      // it holds for this page
    }
  };
  const set = (isLarge) => {
    button.textContent = isLarge ? "标准版" : "大字版";
    if (isLarge) return document.head.appendChild(link);
    link.remove();
    usual.media = "";
  };

  link.onload = () => {
    usual.media = "print";
    for (const box of document.querySelectorAll(".chart > div")) {
      if (box.scrollWidth <= box.clientWidth) continue;
      box.tabIndex = 0; // a chart wider than a phone scrolls: one of rows from its names, any other from its latest year
      if (!box.closest(".rows")) box.scrollLeft = box.scrollWidth;
    }
  };
  button.onclick = () => {
    const isLarge = !link.isConnected;
    keep(isLarge);
    set(isLarge);
  };
  button.hidden = false;
  if (recall()) set(true);
})();
