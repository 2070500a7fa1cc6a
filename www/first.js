{# Run before anything is painted: the frame that the page stands in, the colours that its host has, and whether its address
asks for other figures than those that stand in it, which are the solution's own. -#}
{
  const root = document.documentElement, asked = new URLSearchParams(location.search), theme = asked.get("theme");
  if (parent != window) root.dataset.frame = asked.get("height") == "content" ? "followed" : "fixed";
  if (theme == "light" || theme == "dark") root.dataset.colorScheme = theme;
  for (const name of asked.keys()) if (name != "theme" && name != "height") root.setAttribute("data-asked", "");
}
