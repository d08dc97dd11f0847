// What JupyterLab makes of our notebooks: opened or run they count as saved, since nothing of a run is kept in them.
// After Run All their top is in view; links open them as plain pages, and one from another. It is a prebuilt extension
// written by hand: JupyterLab asks this container for "./extension".

// The texts of a notebook of ours, in which no cell can be deleted; of any other one, null.
/** @param {any} model */
function ownTexts(model) {
  const { cells } = model.toJSON();
  const isOurs = cells.some((/** @type {any} */ { metadata }) => metadata.deletable === false);
  return isOurs ? JSON.stringify(cells.map((/** @type {any} */ { source }) => source)) : null;
}

const configured = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");

// The same notebook without JupyterLab around it: wider, and as it is printed.
/** @param {string} path */
function plainPage(path) {
  const link = document.createElement("a");
  const place = path.split("/").map(encodeURIComponent).join("/");
  Object.assign(link, { href: `${configured.baseUrl}voila/render/${place}`, target: "_blank", rel: "noopener" });
  link.textContent = "Open as a plain page";
  link.style.cssText =
    "align-self: center; padding: 0 8px; color: inherit; white-space: nowrap;" +
    "background: var(--jp-layout-color1); z-index: 1;"; // in a narrow toolbar it stands below, over the notebook
  return link;
}

// What is run before JupyterLab has read which kernel a notebook wants waits for that one; else JupyterLab would ask
// which to take, and run nothing without an answer.
/** @param {any} context */
function awaitKernel({ ready, model, sessionContext }) {
  const start = sessionContext.startKernel.bind(sessionContext);
  sessionContext.startKernel = async () => {
    await ready;
    const wanted = model.defaultKernelName;
    if (!wanted || sessionContext.kernelPreference.name === wanted) return start();
    await sessionContext.ready;
    return sessionContext.hasNoKernel && start();
  };
}

// JupyterLab sends what cards ask to a thread of the kernel, whose name it keeps when another window restarts the
// kernel, and then nothing answers: from such a restart on it is sent as everything else is.
/** @param {any} session */
function outliveRestarts(session) {
  let ran = false;
  session.statusChanged.connect((/** @type {any} */ _, /** @type {string} */ status) => {
    const { kernel } = session.session ?? {};
    if (kernel && ran && /starting$/.test(status)) kernel.commsOverSubshells = "disabled";
    ran ||= status === "idle";
  });
}

const forNotebooks = {
  /** @param {any} panel @param {any} context */
  createNew(panel, context) {
    awaitKernel(context);
    /** @type {string | null} */
    let saved = null;
    const remember = () => {
      saved = ownTexts(context.model);
    };
    /** @param {any} model @param {any} change */
    const count = (model, { name, newValue }) => {
      if (name === "dirty" && newValue && saved !== null && ownTexts(model) === saved) model.dirty = false;
    };
    context.saveState.connect((/** @type {any} */ _, /** @type {string} */ state) => {
      if (state === "completed") remember();
    });
    context.ready.then(() => {
      remember();
      context.model.stateChanged.connect(count);
      if (saved !== null) outliveRestarts(context.sessionContext);
      if (saved !== null) panel.toolbar.node.append(plainPage(context.localPath));
    });
  },
};

// Run All leaves the last cell selected, and in view; before the cells were read it has run none of them.
/** @param {any} panel @param {Promise<unknown>} ran @param {() => Promise<unknown>} again */
async function toTheTop({ content, context }, ran, again) {
  const wasRead = context.isReady;
  await ran;
  await context.ready;
  if (ownTexts(content.model) === null) return;
  if (!wasRead) return again();
  content.activeCellIndex = 0;
  content.scrollToItem(0, "start");
}

// A card's link to another notebook opens it beside this one, and doesn't load JupyterLab anew.
/** @param {any} app @param {MouseEvent} event */
function openBeside(app, event) {
  const target = /** @type {Element | null} */ (event.target);
  const to = target?.closest('.cl-card a[href$=".ipynb"]:not([target])')?.getAttribute("href");
  const here = app.shell.currentWidget?.context?.localPath;
  if (!to || here === undefined) return;
  event.preventDefault();
  app.commands.execute("docmanager:open", { path: here.replace(/[^/]*$/, "") + to });
}

const extension = {
  id: "carelevel:notebooks",
  autoStart: true,
  /** @param {any} app */
  activate(app) {
    app.docRegistry.addWidgetExtension("Notebook", forNotebooks);
    document.addEventListener("click", (event) => openBeside(app, event));
    app.commands.commandExecuted.connect((/** @type {any} */ _, /** @type {any} */ { id, result }) => {
      const again = () => app.commands.execute(id);
      if (id === "notebook:run-all-cells") toTheTop(app.shell.currentWidget, result, again);
    });
  },
};

const own = /** @type {any} */ (globalThis);
own._JUPYTERLAB ??= {};
own._JUPYTERLAB.carelevel = { init() {}, get: async () => () => ({ __esModule: true, default: extension }) };
