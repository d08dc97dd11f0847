// Voilà alone takes its own word that a page was left; as a part of JupyterLab it wants the token that it has set.
addEventListener("pagehide", () => {
  const token = /(?:^|; )_xsrf=([^;]*)/.exec(document.cookie)?.[1];
  const { baseUrl, kernelId } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const ended = { method: "POST", keepalive: true, headers: { "X-XSRFToken": token ?? "" } };
  if (token) fetch(`${baseUrl}voila/api/shutdown/${kernelId}`, ended);
});
// A page that a browser brings back out of its memory has no kernel any more.
addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
document.getElementById("rendered_cells")?.setAttribute("role", "main");
